var scheduleData = [
    {
        "id": "saturday",
        "day": "Saturday",
        "date": "Saturday, May 15, 2027",
        "events": [
            {"startTime": "08:45", "endTime": "09:15", "event": "Registration", "talks": null, "url": null, "venue": ""},
            {"startTime": "09:15", "endTime": "12:00", "event": "Workshops \u2013 morning", "talks": null, "url": null, "venue": "TBA"},
            {"startTime": "12:00", "endTime": "13:15", "event": "Lunch", "talks": null, "url": null, "venue": ""},
            {"startTime": "16:30", "endTime": "16:45", "event": "Opening remarks", "talks": null, "url": null, "venue": "TBA"},
            {"startTime": "16:45", "endTime": "17:45", "event": "Plenary \"How parrots answer\" (Tove Askeland)", "talks": null, "url": "plenary.html?speaker=askeland", "venue": "Aula"},
            {"startTime": "17:45", "endTime": "18:00", "event": "Break", "talks": null, "url": null, "venue": ""}
        ]
    },
    {
        "id": "sunday",
        "day": "Sunday",
        "date": "Sunday, May 16, 2027",
        "events": [
            {"startTime": "09:00", "endTime": "10:00", "event": "Plenary \"Songs without birds\" (Dalit Shemerov)", "talks": null, "url": "plenary.html?speaker=shemerov", "venue": "Aula"},
            {"startTime": "10:00", "endTime": "10:30", "event": "Coffee break", "talks": null, "url": null, "venue": ""},
            {"startTime": "19:00", "endTime": "22:00", "event": "Conference dinner", "talks": null, "url": null, "venue": "Boathouse"}
        ]
    }
];
