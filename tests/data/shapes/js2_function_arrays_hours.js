function get_all_talks(){
  return [
    [// day 1
      [// part 1
        {// plenary talk
          speaker: "Mikhail Kovalenko",
          university: "Lakeside University",
          title: "Braids that remember",
          description: "Abstract: TBA",
          start: "2027-02-01T12:00:00Z",
          duration: 1.0,
        },
        [// section 1
          {
            speaker: "Uma Raghunathan",
            university: "Institute of Ropes, Pune",
            title: "Slice genus of garden hoses",
            description: "We compute hoses.",
            start: "2027-02-01T13:00:00Z",
            duration: 0.5,
          },
          {
            speaker: "Speaker Name",
            university: "University",
            title: "Talk title",
            description: "This time slot is free",
            start: "2027-02-01T13:30:00Z",
            duration: 0.5,
          }
        ],
        [// section 2
          {
            speaker: "Tomoko Hayashida",
            university: "Minato University",
            title: "Quantum shoelaces",
            description: "",
            start: "2027-02-01T13:00:00Z",
            duration: 0.5,
          },
          {
            speaker: "Pierre Lachaume",
            university: "Université du Canal",
            title: "Title: TBA",
            description: "",
            start: "2027-02-01T13:30:00Z",
            duration: 0.5,
          }
        ]
      ],
      [ // part 2
        {// plenary talk
          speaker: "Jakob Rosmus",
          university: "",
          title: "Skein modules for fishermen",
          description: "Nets and their invariants.",
          start: "2027-02-01T20:00:00Z",
          duration: 1.0,
        }
      ]
    ],
    [// day 2
      [
        {
          speaker: "Ana Salgueiro",
          university: "Porto Polytechnic",
          title: "Untangling headphones in polynomial time",
          description: "",
          start: "2027-02-02T12:00:00Z",
          duration: 1.5,
        }
      ]
    ]
  ];
}

function get_dates(){
  return ["February 1", "February 2"];
}
