var eventFeed = [
  {
    "id":"1024", "start": "1315", "end": "1400", "location": "Harbour East",
    "title": "Hiring after the merger", "subtitle":"_subtitle",
    "description": "Two people officers compare notes on a merger nobody wanted.",
    "organizations": [ { "name": "_org_name", "url": "_org_url", "type": "_org_type" } ],
    "speakers": [
      { "name": "John de Yonker", "title": "_title", "subtitle":"_subtitle", "organization": "Ernest and Yule", "bio": "_bio" }
    ],
    "track": "People"
  },
  {
    "id":"1023", "start": "1145", "end": "1230", "location": "Harbour East",
    "title": "Chips and consequences", "subtitle":"_subtitle",
    "description": "What a maker of chips learned from counting who leaves.",
    "organizations": [ { "name": "_org_name", "url": "_org_url", "type": "_org_type" } ],
    "speakers": [
      { "name": "Roz Hadnell", "title": "VP Corporate Affairs", "subtitle":"_subtitle", "organization": "Intacto", "bio": "_bio" },
      { "name": "Lena Ostby", "title": "_title", "subtitle":"_subtitle", "organization": "Intacto", "bio": "_bio" }
    ],
    "track": "People"
  },
  {
    "id":"1022", "start": "1230", "end": "1315", "location": "Lanai",
    "title": "Lunch", "subtitle":"_subtitle", "description": "", "organizations": [], "speakers": [], "track": ""
  },
  {
    "id":"1021", "start": "900", "end": "945", "location": "Harbour West",
    "title": "Opening: the numbers nobody shows", "subtitle":"_subtitle",
    "description": "Seven charts in forty minutes.",
    "organizations": [],
    "speakers": [ { "name": "Freada Kappel", "title": "Co-chair", "subtitle":"_subtitle", "organization": "Kappel Center", "bio": "_bio" } ],
    "track": "Plenary"
  }
];
