namespace Talon.Promotions.Tests;

/// <summary>Invariant 3: a balance is the sum of its ledger's entries, and negative only where the programme allows it.</summary>
public sealed class LedgerPropertyTests
{
    [Theory]
    [InlineData(ReturnPolicy.OnlyPending)]
    [InlineData(ReturnPolicy.WithinBalance)]
    [InlineData(ReturnPolicy.Unlimited)]
    public void Whatever_happens_the_balance_is_the_sum_of_the_entries(ReturnPolicy policy)
    {
        for (var seed = 0; seed < 300; seed++)
            new History(seed, policy).Run(60);
    }

    private sealed class History(int seed, ReturnPolicy policy)
    {
        private readonly Random _random = new(seed);
        private readonly List<Lot> _granted = [];
        private readonly List<IReadOnlyList<Lot>> _spent = [];
        private readonly List<TakenBack> _takenBack = [];
        private readonly List<LedgerEntry> _entries = [];
        private LedgerRow _row = Points.Empty;
        private int _day;

        public void Run(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                _day += _random.Next(3);
                var ledger = Points.On(_row, _day);
                Step(ledger);
                _row = ledger.Row;
                _entries.AddRange(ledger.Entries);
                Check(step, ledger.Balance);
            }
        }

        private void Step(Ledger ledger)
        {
            switch (_random.Next(7))
            {
                case 0 or 1:
                    var lot = Points.Lot($"t{_entries.Count}", _random.Next(1, 100), Maybe(_day + _random.Next(5)), Maybe(_day + _random.Next(1, 12)));
                    _granted.Add(lot);
                    ledger.Add(lot, null);
                    break;
                case 2:
                    if (ledger.Spend(_random.Next(1, 80), Points.Entry(day: _day)) is { } spent)
                        _spent.Add(spent);
                    break;
                case 3 when _spent.Count > 0:
                    ledger.Return(Pick(_spent), Points.Entry(day: _day));
                    break;
                case 4 when _granted.Count > 0:
                    var grant = Pick(_granted);
                    _takenBack.Add(ledger.TakeBack(grant, grant.Points, Gone(grant.Id), policy, Points.Entry(grant.Id, _day)));
                    break;
                case 5 when _takenBack.Count > 0:
                    var undone = Pick(_takenBack);
                    ledger.Regrant(undone);
                    _entries.Add(Points.Entry(undone.Granted.Id) with { Points = undone.Points, Kind = LedgerEntryKind.AdditionRollback });
                    break;
                default:
                    ledger.Activate(_ => true, TimeZoneInfo.Utc);
                    break;
            }
        }

        private void Check(int step, LedgerBalance balance)
        {
            Assert.True(balance.Sum == _entries.Sum(entry => entry.Points), $"Seed {seed}, step {step}: the balance {balance.Sum} is not the sum {_entries.Sum(entry => entry.Points)} of the entries.");
            Assert.True(balance.Active >= 0 && balance.Pending >= 0 && balance.Negative >= 0, $"Seed {seed}, step {step}: {balance}");
            Assert.True(balance.Negative == 0 || (policy == ReturnPolicy.Unlimited && balance.Active == 0), $"Seed {seed}, step {step}: {balance}");
            Assert.True(_row.Lots.All(lot => lot.Points > 0) && _row.Lots.Select(lot => lot.Id).Distinct().Count() == _row.Lots.Count, $"Seed {seed}, step {step}: a lot is empty or double.");
        }

        private decimal Gone(string id) => -_entries
            .Where(entry => entry.Transaction == id && entry.Kind is LedgerEntryKind.Expiry or LedgerEntryKind.AdditionRollback)
            .Where(entry => entry.Transaction == id)
            .Sum(entry => entry.Points);

        private int? Maybe(int day) => _random.Next(3) == 0 ? null : day;

        private T Pick<T>(List<T> list)
        {
            var at = _random.Next(list.Count);
            var item = list[at];
            list.RemoveAt(at);
            return item;
        }
    }
}
