var sessions = [
	{
		"id": "5115", "start": "10:15", "duration": 45, "room": "stage 1", "title": "Eröffnung", "track": "lichter:land",
		"language": "German", "experience_level": "Beginner", "type": "Vortrag",
		"persons": [ { "id": "65", "#text": "Andrea Gebauer" }, { "id": "46", "#text": "Markus Birkendahl" } ],
		"date": "2027-05-03", "startInt": 615, "dayInt": 0
	},
	{
		"id": "5044", "start": "11:00", "duration": 60, "room": "stage 1", "title": "Lanterns of Lagos", "track": "politics & society",
		"language": "English", "experience_level": "Beginner", "type": "Vortrag",
		"persons": [ { "id": "1433", "#text": "Erik Hersland" } ],
		"date": "2027-05-03", "startInt": 660, "dayInt": 0
	},
	{
		"id": "5369", "start": "12:00", "duration": 15, "room": "stage 2", "title": "kurz & knapp", "track": "research & education",
		"language": "German", "experience_level": "Beginner", "type": "Diskussion",
		"persons": [ { "id": "724", "#text": "Anja Eberlein" } ],
		"date": "2027-05-03", "startInt": 720, "dayInt": 0
	},
	{
		"id": "5048", "start": "13:15", "duration": 15, "room": "stage 2", "title": "kurz & knapp", "track": "research & education",
		"language": "German", "experience_level": "Beginner", "type": "Diskussion",
		"persons": [ { "id": "1491", "#text": "Christoph Meinhold" } ],
		"date": "2027-05-03", "startInt": 795, "dayInt": 0
	},
	{
		"id": "5050", "start": "09:30", "duration": 90, "room": "workshop A", "title": "Laternen löten für Anfänger", "track": "hands on",
		"language": "German", "experience_level": "Beginner", "type": "Workshop",
		"persons": [],
		"date": "2027-05-04", "startInt": 570, "dayInt": 1
	},
	{
		"id": "5051", "start": "00:15", "duration": 45, "room": "stage 1", "title": "Nachtcafé", "track": "lichter:land",
		"language": "German", "experience_level": "Beginner", "type": "Vortrag",
		"persons": [ { "id": "2003", "#text": "Tanja Häußler" }, { "id": "48", "#text": "DJ Glühwurm" } ],
		"date": "2027-05-04", "startInt": 1455, "dayInt": 1
	}
];
