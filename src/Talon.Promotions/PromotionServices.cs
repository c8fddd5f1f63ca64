namespace Talon.Promotions;

/// <summary>The use cases over one store: what a host needs, put together.</summary>
public sealed class PromotionServices
{
    private readonly PromotionPorts _ports;

    /// <summary>Puts the use cases together.</summary>
    /// <param name="ports">What the host provides.</param>
    public PromotionServices(PromotionPorts ports)
        : this(ports, new IdSource(ports.Store), new ConfigurationStore(ports.Store, ports.Random, ports.Clock))
    {
    }

    private PromotionServices(PromotionPorts ports, IdSource ids, ConfigurationStore configurations)
    {
        _ports = ports;
        var (store, queue, gate, clock, random, mode) = ports;
        Ids = ids;
        Configurations = configurations;
        Coupons = new CouponService(store, Ids, random);
        Analytics = new AnalyticsService(store);

        var limits = new LimitLedger(store, clock, ports.SplitAfter, ports.SplitFor);
        Budgets = new BudgetService(limits);
        var attempts = new AttemptStore(store, queue, clock);
        var loyalty = new LoyaltyReader(store);
        var due = new DueIndex(store);
        var booking = new PointsBooking(store, loyalty, due, Configurations, clock);
        var takeBack = new PointsTakeBack(limits, store, Ids);
        var webhooks = new WebhookCalls(store, queue, clock, Configurations, ports.Webhooks);
        var outbox = new OutboxWorker(
            store,
            clock,
            limits,
            new ProfileTotalsBooking(store, clock),
            new AttributeBooking(store, clock),
            new ReservationBooking(store),
            booking,
            new GiveawayBooking(store),
            new AnalyticsBooking(store, clock),
            webhooks);
        var settlement = new Settlement(store, attempts, limits, outbox, clock);
        var old = new OldClaims(store, settlement, clock);
        var profileReader = new ProfileReader(store, settlement);
        var profileWriter = new ProfileWriter(store, Ids);
        var cards = new CardReader(loyalty, settlement);
        var links = new ProfileLinks(store);
        var notes = new CardNotes(attempts);
        var loyaltyStates = new LoyaltyStates(store, loyalty, cards);
        KeyUses = new KeyUses(store);
        Giveaways = new GiveawayService(store, Ids);
        Loyalty = new LoyaltyService(store, Configurations, loyalty, loyaltyStates, cards, booking, outbox, profileReader, profileWriter, links, Ids, random);
        PointsImports = new PointsImport(store, loyalty, cards, profileReader, profileWriter, booking, Ids, random);
        LoyaltyCards = new LoyaltyCards(store, loyalty, profileReader, links, Ids, random);
        LoyaltySweep = new LoyaltySweep(due, booking, clock);
        var answers = new KeptAnswers(store);
        var running = new RunningKeys();
        var couponReader = new CouponReader(store);
        var runs = new EvaluationRuns(couponReader);
        var keeper = new BookKeeper(limits, loyalty, new GiveawayReader(store), Ids, store);
        var referrals = new ReferralReader(store, profileReader);
        Referrals = new ReferralService(store, Ids, random, referrals, profileReader, profileWriter);
        var instants = new InstantEffects(new InstantCodes(Coupons, Referrals), attempts);
        var owed = new OwedWork(new Finaliser(mode, queue, outbox), outbox, attempts);
        var immediate = new ImmediateEvaluation(runs, keeper, instants, limits, attempts, old, Ids);
        Achievements = new AchievementService(store, Configurations, profileReader);
        var states = new StateBuilder(Ids, Achievements, loyaltyStates, Configurations);
        var commit = new OwnerCommit(store, clock);
        var catalogReader = new CatalogReader(store);
        PriorPrices = new PriorPriceService(Configurations, catalogReader);
        var sessionReader = new SessionReader(store, Configurations, answers, profileReader, couponReader, referrals, catalogReader, limits, cards);
        var sessionCommit = new SessionCommit(store, commit, profileWriter, answers, owed);
        var codes = new CodesAfterwards(sessionReader);

        Inventories = new InventoryService(Configurations, profileReader, couponReader, referrals, new GiveawayBooking(store), Loyalty, Achievements, store);
        Reservations = new ReservationService(store, couponReader, profileReader, profileWriter, random, clock);
        var closed = new ClosedSessions(store);
        Previews = new PreviewService(Configurations, closed, sessionReader, runs, keeper);
        Sessions = new SessionService(
            store,
            gate,
            running,
            sessionReader,
            new SessionDryRun(sessionReader, runs, keeper, states),
            new SessionEvaluation(sessionCommit, runs, keeper, referrals, instants, limits, attempts, old, notes, settlement, profileWriter, closed, states, Ids, random),
            new SessionRollback(sessionCommit, attempts, notes, settlement, profileReader, takeBack, states, codes, store, random),
            new SessionReturn(sessionCommit, attempts, notes, settlement, profileReader, states, codes, new ReturnEvaluation(sessionReader, referrals, runs, keeper), takeBack, store, Ids, random),
            settlement,
            outbox);
        Profiles = new ProfileService(gate, running, immediate, Configurations, profileReader, profileWriter, answers, settlement, commit, owed, states, random);
        Events = new EventService(
            gate,
            running,
            new EventReader(store, Configurations, answers, profileReader, sessionReader, cards, settlement),
            new EventEvaluation(immediate, new KeyHolders(store), answers, profileWriter, settlement, commit, owed, states, Ids, random));
        var catalogWriter = new CatalogWriter(store, Ids, clock);
        var chores = new ChoreRunner(
            store,
            queue,
            random,
            clock,
            [
                new RemoveMemberships(store, Configurations),
                new SetMemberAttributes(store, clock),
                new RemoveAnswer(store, clock),
                new SyncCatalog(catalogWriter),
                new EraseCustomer(store, Configurations, outbox, settlement, Reservations, clock),
                new EraseAccessLogs(store, Configurations),
                new JobSteps(store, Coupons, Referrals, Configurations, clock),
            ]);
        Catalogs = new CatalogService(store, Configurations, catalogReader, catalogWriter, chores, clock);
        Jobs = new JobService(store, chores, Ids, clock);
        CouponJobs = new CouponJobs(Jobs, Ids, random);
        AccessLogs = new AccessLogService(store, queue, clock, random);
        var audiences = new AudienceSetup(new SetupContext(Configurations, Ids, clock, random));
        Erasures = new ErasureService(profileReader, chores, gate);
        Audiences = new AudienceService(Configurations, audiences, new AudienceIndex(store), profileReader, profileWriter, chores);
        ProfileBatches = new ProfileBatchService(Configurations, profileReader, profileWriter, answers, running, chores, store, clock);
        Queues = new QueueHandlers(settlement, chores, AccessLogs, webhooks);
        Parked = new ParkedWorkService(store, queue, outbox, webhooks);
    }

    /// <summary>The same use cases over the same data, which store nothing: each ends with a <see cref="RehearsalEndedException"/> where it would.</summary>
    public PromotionServices Rehearsal() => new(
        _ports with { Store = new RehearsedTables(_ports.Store), Queue = new RehearsedQueue(), Gate = new RehearsedGate(), Webhooks = null },
        Ids.Rehearsal(),
        Configurations.Rehearsal());

    /// <summary>Customer sessions.</summary>
    public ISessionService Sessions { get; }

    /// <summary>What campaigns would do.</summary>
    public PreviewService Previews { get; }

    /// <summary>Customer profiles.</summary>
    public IProfileService Profiles { get; }

    /// <summary>Custom events.</summary>
    public IEventService Events { get; }

    /// <summary>Achievements.</summary>
    public AchievementService Achievements { get; }

    /// <summary>Coupons.</summary>
    public CouponService Coupons { get; }

    /// <summary>Many customer profiles at once.</summary>
    public ProfileBatchService ProfileBatches { get; }

    /// <summary>Audiences.</summary>
    public AudienceService Audiences { get; }

    /// <summary>The erasing of customers.</summary>
    public ErasureService Erasures { get; }

    /// <summary>Catalogs of cart items.</summary>
    public CatalogService Catalogs { get; }

    /// <summary>The prices that items had before.</summary>
    public PriorPriceService PriorPrices { get; }

    /// <summary>What customers hold.</summary>
    public InventoryService Inventories { get; }

    /// <summary>Reservations of coupons.</summary>
    public ReservationService Reservations { get; }

    /// <summary>Referrals.</summary>
    public ReferralService Referrals { get; }

    /// <summary>Giveaway pools.</summary>
    public GiveawayService Giveaways { get; }

    /// <summary>What campaigns brought and cost.</summary>
    public AnalyticsService Analytics { get; }

    /// <summary>What is used of budgets.</summary>
    public BudgetService Budgets { get; }

    /// <summary>Points.</summary>
    public LoyaltyService Loyalty { get; }

    /// <summary>Points that come in with files.</summary>
    public PointsImport PointsImports { get; }

    /// <summary>Loyalty cards.</summary>
    public LoyaltyCards LoyaltyCards { get; }

    /// <summary>What time alone does to points; a host calls it every minute or so.</summary>
    public LoyaltySweep LoyaltySweep { get; }

    /// <summary>The configuration.</summary>
    public ConfigurationStore Configurations { get; }

    /// <summary>Integer ids.</summary>
    public IdSource Ids { get; }

    /// <summary>When keys were last used.</summary>
    public KeyUses KeyUses { get; }

    /// <summary>Work that was set aside after it failed again and again.</summary>
    public ParkedWorkService Parked { get; }

    /// <summary>Work that takes longer than a request.</summary>
    public JobService Jobs { get; }

    /// <summary>Such work on coupons.</summary>
    public CouponJobs CouponJobs { get; }

    /// <summary>Calls of the Integration API.</summary>
    public AccessLogService AccessLogs { get; }

    /// <summary>What queue functions call.</summary>
    public QueueHandlers Queues { get; }
}
