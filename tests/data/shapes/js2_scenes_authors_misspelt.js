var salon =
{
    "api_version": "1.1.0",
    "scene": {
        "Grande Scène": [
            {
                "authors": [
                    { "fist_name": "Éric", "id": "106", "last_name": "Fontorin" },
                    { "fist_name": "Thomas", "id": "583", "last_name": "Gunzburg" }
                ],
                "category": "Rencontre",
                "date_end": "2027-05-07 16:00:00",
                "date_start": "2027-05-07 15:00:00",
                "description": "",
                "id_seance": "488",
                "interpreters": [],
                "intervenant": [],
                "moderator": [ { "fist_name": "Noëlle", "id": "700", "last_name": "Marchal" } ],
                "public": "tout public",
                "scene": "Grande Scène",
                "title": "Qu'est-ce que l'on veut relire?"
            },
            {
                "authors": [ { "fist_name": "Lisette", "id": "243", "last_name": "Lombard " } ],
                "category": "Lecture",
                "date_end": "2027-05-08 13:00:00",
                "date_start": "2027-05-08 12:00:00",
                "description": "<p>Une heure de po\u00e8mes.</p>",
                "id_seance": "487",
                "interpreters": [],
                "intervenant": [],
                "moderator": [],
                "public": "adultes",
                "scene": "Grande Scène",
                "title": "Le fleuve \u00e0 voix haute"
            }
        ],
        "Petit Foyer": [
            {
                "authors": [ { "fist_name": "Véronique", "id": "579", "last_name": "Mabille" }, { "fist_name": "Lydie", "id": "105", "last_name": "Salvan" } ],
                "category": "Débat",
                "date_end": "2027-05-07 17:30:00",
                "date_start": "2027-05-07 16:30:00",
                "description": "",
                "id_seance": "501",
                "interpreters": [],
                "intervenant": [ { "fist_name": "Paul", "id": "812", "last_name": "Devriendt" } ],
                "moderator": [],
                "public": "tout public",
                "scene": "Petit Foyer",
                "title": "Traduire la mer"
            },
            {
                "authors": [],
                "category": "Dédicace",
                "date_end": "2027-05-08 18:00:00",
                "date_start": "2027-05-08 17:00:00",
                "description": "",
                "id_seance": "502",
                "interpreters": [],
                "intervenant": [],
                "moderator": [],
                "public": "tout public",
                "scene": "Petit Foyer",
                "title": "Verre de clôture"
            }
        ]
    }
};
