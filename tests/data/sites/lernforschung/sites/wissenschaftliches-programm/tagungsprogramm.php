<!DOCTYPE html><html><head><meta charset="utf-8"><title>Lernforschung 2026</title><script src="../../js/jquery.js"></script></head><body><div class="header"><img src="../../img/banner.png" alt="Lernforschung 2026"></div><ul class="navi"><a href="../../index.php"><li class="aktuelles">&nbsp;Aktuelles</li></a><a href="../../sites/cfp.php"><li>&nbsp;Call for Papers</li></a><li class="wp">&nbsp;Wissenschaftliches Programm<ul class="wp_content"><a href="../../sites/wissenschaftliches-programm/tagungsprogramm.php"><li>&nbsp;Tagungsprogramm</li></a><a href="../../sites/wissenschaftliches-programm/mittagsvorlesungen.php"><li>&nbsp;Mittagsvorlesungen</li></a><a href="../../sites/wissenschaftliches-programm/eingeladene-vortragende.php"><li>&nbsp;Eingeladene Vortragende</li></a></ul></li><li class="rp">&nbsp;Rahmenprogramm<ul><a href="../../sites/rahmenprogramm/gesellschaftsabend.php"><li>&nbsp;Gesellschaftsabend</li></a></ul></li><li class="orga">&nbsp;Organisatorisches<ul><a href="../../sites/organisatorisches/termine-und-fristen.php"><li>&nbsp;Termine und Fristen</li></a></ul></li><a href="../../sites/team-und-kontakt.php"><li>&nbsp;Team und Kontakt</li></a></ul><div class="content"><div class="text"><h1>Tagungsprogramm</h1><h2>Mittwoch, 11.03.2026</h2>
<table class="tbl">
<tr>
<th>Zeit</th>
<th>Veranstaltung</th>
</tr>
<tr>
<td>9:00 – 10:45 Uhr	</td>
<td><a href="workshops.php">Workshops</a> der Haupttagung</td>
</tr>
<tr>
<td>11:00 – 12:00 Uhr	</td>
<td>Eröffnungsveranstaltung</td>
</tr>
<tr>
<td>12:00 – 13:00 Uhr	</td>
<td><a href="mittagsvorlesungen.php">Mittagsvorlesung</a> von <a href="eingeladene-vortragende.php#sommerfeld"> Prof. Dr. Elke Sommerfeld</a></td>
</tr>
<tr>
<td>13:00 – 14:00 Uhr	</td>
<td>Mittagspause</td>
</tr>
<tr>
<td>14:00 – 15:45 Uhr	</td>
<td>Symposien und Einzelbeiträge</td>
</tr>
<tr>
<td>15:45 – 16:15 Uhr	</td>
<td>Poster-Session und Kaffeepause</td>
</tr>
<tr>
<td>18:00 – open end Uhr	</td>
<td>Sektempfang</td>
</tr>
</table><h2>Donnerstag, 12.03.2026</h2>
<table class="tbl">
<tr>
<th>Zeit</th>
<th>Veranstaltung</th>
</tr>
<tr>
<td>9:00 – 10:45 Uhr	</td>
<td>Symposien und Einzelbeiträge</td>
</tr>
<tr>
<td>10:45 – 11:15 Uhr	</td>
<td>Kaffeepause</td>
</tr>
<tr>
<td>14:00 – 15:00 Uhr	</td>
<td><a href="mittagsvorlesungen.php">Mittagsvorlesung</a> von <a href="eingeladene-vortragende.php#bäcker"> Prof. Dr. Rolf Bäcker</a></td>
</tr>
<tr>
<td>15:00 – 16:00 Uhr	</td>
<td>Abschluss und Ausblick</td>
</tr>
</table></div></div><div class="footer"><a href="../../sites/impressum.php">Impressum</a></div></body></html>