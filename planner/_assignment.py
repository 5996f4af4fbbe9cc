"""The assignment problem: rows to columns one to one at least total cost, exactly, by shortest augmenting paths.

The Hungarian method with potentials (Kuhn 1955, Munkres 1957) in the form of Jonker and Volgenant (1987): each row is inserted
along a cheapest path. A solved problem can be solved again with a few rows changed by inserting only those.
"""

from __future__ import annotations

from collections.abc import Mapping


class Assignment:
    """A square table of whole-number costs and its cheapest assignment."""

    def __init__(self, costs: list[list[int]]) -> None:
        size = len(costs)
        self.costs = costs
        self.row_price = [0] * size
        self.column_price = [0] * size
        self.row_of = [-1] * size
        for row in range(size):
            self._insert(row)

    def changed(self, rows: Mapping[int, list[int]]) -> Assignment:
        """The cheapest assignment with some rows of the table replaced."""
        other = Assignment.__new__(Assignment)
        other.costs = list(self.costs)
        other.row_price, other.column_price, other.row_of = self.row_price[:], self.column_price[:], self.row_of[:]
        for row, costs in rows.items():
            other.costs[row] = costs
            other.row_of[other.row_of.index(row)] = -1
        for row in rows:
            other._insert(row)
        return other

    @property
    def total(self) -> int:
        """What the assignment costs."""
        return sum(self.costs[row][column] for column, row in enumerate(self.row_of))

    def _insert(self, row: int) -> None:
        """Give this row a column, moving others along the cheapest path; prices stay such that no exchange would pay."""
        costs, prices, row_of = self.costs, self.column_price, self.row_of
        first = [cost - price for cost, price in zip(costs[row], prices, strict=True)]
        self.row_price[row] = min(first)
        length = [cost - self.row_price[row] for cost in first]
        before = [-1] * len(prices)  # the column from which the path comes to each column
        open_columns = set(range(len(prices)))
        done: list[int] = []
        while True:
            column = min(open_columns, key=length.__getitem__)
            reach = length[column]
            if row_of[column] < 0:
                break
            open_columns.remove(column)
            done.append(column)
            next_row = row_of[column]
            next_costs, base = costs[next_row], reach - self.row_price[next_row]
            for other in open_columns:
                through = base + next_costs[other] - prices[other]
                if through < length[other]:
                    length[other] = through
                    before[other] = column
        self.row_price[row] += reach
        for other in done:
            self.row_price[row_of[other]] += reach - length[other]
            prices[other] -= reach - length[other]
        while before[column] >= 0:
            row_of[column] = row_of[before[column]]
            column = before[column]
        row_of[column] = row
