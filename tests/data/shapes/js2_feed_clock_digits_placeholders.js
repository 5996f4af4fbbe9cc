var eventFeed = [
  {
    "id":"1024", "start": "1315", "end": "1400", "location": "Kona East", "title": "Brightwater", "subtitle":"_subtitle",
    "description": "Lorem ipsum dolor sit amet, consectetur adipiscing elit.",
    "organizations": [ { "name": "_org_name", "url": "_org_url", "type": "_org_type" } ],
    "speakers": [ { "name": "John De Young", "title": "_title", "subtitle":"_subtitle", "organization": "Ernest and Old", "bio": "_bio" } ],
    "track": "People"
  },
  {
    "id":"1023", "start": "1145", "end": "1230", "location": "Kona East", "title": "Chips for Villages", "subtitle":"_subtitle",
    "description": "Lorem ipsum dolor sit amet.",
    "organizations": [ { "name": "_org_name", "url": "_org_url", "type": "_org_type" } ],
    "speakers": [ { "name": "Roz Hudson", "title": "Director of Education", "subtitle":"_subtitle", "organization": "Intal", "bio": "_bio" } ],
    "track": "People"
  },
  {
    "id":"1022", "start": "1100", "end": "1145", "location": "Kona West", "title": "A Reef Insurance Primer", "subtitle":"_subtitle",
    "description": "Consectetur adipiscing elit.",
    "organizations": [],
    "speakers": [
      { "name": "Leilani Kahale", "title": "Actuary", "subtitle":"_subtitle", "organization": "Pacific Mutual", "bio": "_bio" },
      { "name": "Ben Sato", "title": "_title", "subtitle":"_subtitle", "organization": "Reef Trust", "bio": "_bio" }
    ],
    "track": "Planet"
  },
  {
    "id":"1021", "start": "0930", "end": "1030", "location": "Ballroom", "title": "Opening Plenary", "subtitle":"",
    "description": "", "organizations": [], "speakers": [], "track": "Plenary"
  },
  {
    "id":"1020", "start": "1230", "end": "1315", "location": "Lanai", "title": "Lunch", "subtitle":"",
    "description": "", "organizations": [], "speakers": [], "track": ""
  }
];
