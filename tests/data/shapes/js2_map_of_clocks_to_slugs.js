module.exports = {
	day1: {
		'0800': {
			title: 'Breakfast',
		},
		'0915': {
			title: 'Opening KnitConf Trieste 2026',
		},
		'0930': 'gilda-tayari',
		'1000': 'niels-bindesboll',
		'1030': {
			title: 'Coffee Break',
			activities: [
				'QnA'
			]
		},
		'1130': 'noa-katz',
		'1200': 'dan-shapiro',
		'1230': 'sarah-saunders-okoye',
		'1300': {
			title: 'Lunch Break',
			activities: [
				'QnA',
			]
		},
		'1830': {
			title: 'Closing Day 1',
		},
		'1845': {
			title: 'Dinner',
			activities: [
				'free drinks',
				'Karaoke',
			]
		},
	},
	day2: {
		'0930': 'antonio-cobos',
		'1000': 'rafal-rymanek',
		'1030': {
			title: 'Coffee Break',
			activities: [
			]
		},
		'1130': 'anjana-vakiloglu',
		'1830': {
			title: 'Closing KnitConf Trieste 2026 & Family photo',
		},
	},
}
