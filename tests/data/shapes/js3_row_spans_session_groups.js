var data = [
	{
		name : "Sunday",
		date : "20271003",
		rooms : [
			{ name : "Rotunda East" },
			{ name : "Mill 1", capacity : "45" },
			{ name : "Mill 2", capacity : "60" }
		],
		sessionGroups : [
			[
				{ start : "09:00", rowSpan : 6 },
				{ rowSpan : 6 },
				{
					start : "09:00",
					end : "10:30",
					rowSpan : 6,
					icalStart : "20271003T070000Z",
					icalEnd : "20271003T083000Z",
					room : "Mill 1",
					events : [
						{
							type : "Tutorial",
							title : "Grinding models finer with Sieve",
							organizers : [ "Richard Pagel", "Dimitra Kolovou", "Antonio García-Prado" ]
						}
					]
				},
				{
					start : "09:00",
					end : "10:30",
					rowSpan : 6,
					icalStart : "20271003T070000Z",
					icalEnd : "20271003T083000Z",
					room : "Mill 2",
					events : [
						{ type : "Workshop", title : "Flour, Water, Verification", organizers : [ "Pascale Rocques" ] }
					]
				}
			],
			[
				{
					start : "10:30",
					end : "11:00",
					rowSpan : 2,
					icalStart : "20271003T083000Z",
					icalEnd : "20271003T090000Z",
					room : "Rotunda East",
					events : [ { type : "Break", title : "Coffee Break" } ]
				}
			]
		]
	},
	{
		name : "Monday",
		date : "20271004",
		rooms : [ { name : "Rotunda East" }, { name : "Mill 1", capacity : "45" } ],
		sessionGroups : [
			[
				{
					start : "08:45",
					end : "10:00",
					rowSpan : 5,
					icalStart : "20271004T064500Z",
					icalEnd : "20271004T080000Z",
					room : "Rotunda East",
					events : [
						{ type : "Keynote", title : "What millers know about abstraction", speakers : [ "Juliane Etien" ] }
					]
				}
			],
			[
				{
					start : "10:30",
					end : "12:00",
					rowSpan : 6,
					icalStart : "20271004T083000Z",
					icalEnd : "20271004T100000Z",
					room : "Mill 1",
					name : "Session 1: Stones",
					chairs : [ "Lionel Briard" ],
					events : [
						{ type : "Foundations", title : "A calculus of grain", authors : [ "Mira Tolvan", "Odd Furseth" ] },
						{ type : "Practice", title : "Twelve years of dust in production", authors : [ "Paz Villagrán" ] }
					]
				}
			]
		]
	}
];
