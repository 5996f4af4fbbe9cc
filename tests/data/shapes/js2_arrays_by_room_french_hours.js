export default [
  [
    {
      name: 'Master class Vélo 3.0',
      abstract: "",
      speakers: [
        'Axel Villeneuve'
      ],
      level: 0,
      spectator: [0],
      duration: 50,
      time: '10h30 - 11h20',
      room: 0
    },
    {
      name: "Master class : Utilisons nos mollets pour progresser",
      abstract: "Aujourd'hui et de part la nature humaine, nous regardons souvent ce qu'il ne va pas.\nDepuis maintenant 5 ans, je fais en sorte de pédaler.\nC'est un travail de tous les jours.",
      speakers: [
        'Aurélien Morvan'
      ],
      level: 0,
      spectator: [0],
      duration: 50,
      time: '11h30 - 12h20',
      room: 0
    },
    {
      name: "Top 10 des pistes à fort rendement",
      abstract: "REX d'un loueur \"early adopter\" du vélo",
      speakers: [
        'Cédric Baudin'
      ],
      level: 0,
      spectator: [1, 2, 3],
      duration: 110,
      time: '13h40 - 15h30',
      room: 0
    }
  ],
  [
    {
      name: 'Atelier rayons',
      abstract: "",
      speakers: [
        'Xavier Nopré', 'Sandrine Zuber'
      ],
      level: 0,
      spectator: [0],
      duration: 110,
      time: '10h30 - 12h20',
      room: 1
    },
    {
      name: "Initiation à la selle",
      abstract: "",
      speakers: [],
      level: 0,
      spectator: [0],
      duration: 50,
      time: '13h40 - 14h30',
      room: 1
    },
    {
      name: "Du garage au boulevard",
      abstract: "Retour d'expérience",
      speakers: [
        'Maëlle Le Goff'
      ],
      level: 2,
      spectator: [0],
      duration: 50,
      time: '14h40 - 15h30',
      room: 1
    }
  ]
];
