using Talon.Storage;

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

    [Theory]
    [InlineData(ReturnPolicy.OnlyPending)]
    [InlineData(ReturnPolicy.WithinBalance)]
    [InlineData(ReturnPolicy.Unlimited)]
    public void Lots_that_are_put_away_in_pages_are_dealt_with_as_those_at_hand(ReturnPolicy policy)
    {
        var pages = 0;
        for (var seed = 0; seed < 30; seed++)
        {
            var (few, many) = (new History(seed, policy), new History(seed, policy, nameLength: 15_000));
            few.Run(150);
            many.Run(150);
            Assert.Equal(few.Told, many.Told);
            pages += many.Pages;
        }

        Assert.True(pages > 100, $"There were {pages} pages only.");
    }

    /// <param name="seed">Decides what happens.</param>
    /// <param name="policy">The programme's.</param>
    /// <param name="nameLength">The longer names are, the fewer lots fill a page.</param>
    private sealed class History(int seed, ReturnPolicy policy, int nameLength = 0)
    {
        private readonly string _name = new('x', nameLength);
        private readonly Random _random = new(seed);
        private readonly List<Lot> _granted = [];
        private readonly List<IReadOnlyList<Lot>> _spent = [];
        private readonly List<TakenBack> _takenBack = [];
        private readonly List<LedgerEntry> _entries = [];
        private LedgerRow _row = Points.Empty;
        private int _day;

        /// <summary>Balances and entries after each step.</summary>
        public List<string> Told { get; } = [];

        /// <summary>How many pages there were, summed over all steps.</summary>
        public int Pages { get; private set; }

        public void Run(int steps)
        {
            for (var step = 0; step < steps; step++)
            {
                _day += _random.Next(3);
                var ledger = Points.On(_row, _day);
                Step(ledger);
                _row = Stored(ledger.Row);
                _entries.AddRange(ledger.Entries);
                Told.Add($"{ledger.Balance} {string.Join("; ", ledger.Entries.Select(entry => $"{entry.Kind} {entry.Transaction} {entry.Points}").Order(StringComparer.Ordinal))}");
                Pages += _row.Pages.Count;
                Check(step, ledger.Balance);
            }
        }

        private void Step(Ledger ledger)
        {
            switch (_random.Next(7))
            {
                case 0 or 1:
                    var lot = Points.Lot($"t{_entries.Count}", _random.Next(1, 100), Maybe(_day + _random.Next(5)), Maybe(_day + _random.Next(1, 12))) with { Name = _name, EntryId = _entries.Count };
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
            Assert.True(_row.AllLots.All(lot => lot.Points > 0) && _row.AllLots.DistinctBy(lot => lot.Id).Count() == _row.AllLots.Count(), $"Seed {seed}, step {step}: a lot is empty or double.");
        }

        /// <summary>A ledger as it is read again once it was written.</summary>
        private static LedgerRow Stored(LedgerRow row)
        {
            var written = LedgerStore.Write(row, null).Where(change => change.Kind == ChangeKind.Insert).ToDictionary(change => change.Key, change => new Row(change.Key, "1", change.Body));
            foreach (var page in row.Pages.Where(page => page.Stored is not null))
                written.Add(page.Stored!.Key, page.Stored);
            return LedgerStore.Find(written[LedgerRows.Ledger("")], written)!;
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
