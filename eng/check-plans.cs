#:property PublishAot=false
#:property SignAssembly=false
#:property ManagePackageVersionsCentrally=false
#:package Google.OrTools@9.15.6755
#:package Google.Protobuf@3.35.0
#:project ../src/Sqo.Qualification/Sqo.Qualification.csproj

// Compares plans of selling time with Google OR-Tools, an implementation that knows nothing of this one.
//
//   dotnet run eng/check-plans.cs
//
// The packages are large, so that this is no test project: where they can't be restored, it is left out. Prints one line per comparison;
// the exit code is 0 only if all agree.

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Google.OrTools.LinearSolver;
using Sqo.Qualification;

var failures = 0;
Check("10,000 deals of 50 owners, every deal may move", new Case(1, 10_000, 50, moves: true, territories: 1));
Check("10,000 deals of 50 owners, by territory", new Case(2, 10_000, 50, moves: true, territories: 8));
Check("1,000 deals of 10 owners, who keep them", new Case(3, 1_000, 10, moves: false, territories: 1));
for (var seed = 10; seed < 22; seed++)
{
    var small = new Case(seed, 20, 3, moves: seed % 2 == 0, territories: 2) { MostOfAnAccount = 1 };
    Check("20 deals of 3 owners, at most one of an account", small);
}

return failures;

void Check(string name, Case made)
{
    var plan = made.Plan();
    var relaxed = made.Solve("GLOP", isWhole: false);
    var whole = made.Deals.Length <= 1_000 ? made.Solve("SCIP", isWhole: true) : double.NaN;
    var gap = 1 - (plan.ExpectedValue / relaxed);
    // With a limit, the bound may lie above the linear relaxation, or below it where a deal is too long for anybody, but never below the
    // best plan.
    var isBound = made.MostOfAnAccount is null
        ? Math.Abs(plan.Bound - relaxed) < 1e-6 * relaxed
        : plan.Bound > whole * (1 - 1e-9);
    var isBest = double.IsNaN(whole) ? gap < 0.001 : plan.IsExact && Math.Abs(plan.ExpectedValue - whole) < 1e-6 * whole;
    if (!isBound || !isBest) failures++;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{(isBound && isBest ? "ok    " : "FAILED")} {name}: {plan.Method}, {plan.ExpectedValue:F2}, " +
        $"OR-Tools {whole:F2}; bound {plan.Bound:F2}, relaxation {relaxed:F2}; {100 * gap:F4} % below it"));
}

/// <summary>Deals and owners from a seed, as a plan and as a program of OR-Tools.</summary>
internal sealed class Case
{
    private readonly bool _moves;
    private readonly Dictionary<string, int> _minutes = [];

    public Case(int seed, int deals, int owners, bool moves, int territories)
    {
        var random = new Random(seed);
        _moves = moves;
        Owners = [.. Enumerable.Range(0, owners).Select(i => new OwnerHours(
            "owner-" + i, TimeSpan.FromMinutes(deals > 100 ? 2_400 : random.Next(200, 500)), skills: [Name(i), Name(i + 3)]))];
        Deals = [.. Enumerable.Range(0, deals).Select(i => Opportunity.Create(o =>
        {
            (o.Id, o.Owner, o.Account) = ("deal-" + i, "owner-" + random.Next(owners), "account-" + random.Next(Math.Max(1, deals / 3)));
            (o.Amount, o.Probability) = (10m * random.Next(10, 6_000), 0.02 + (0.78 * random.NextDouble()));
            o.Fields["territory"] = Name(random.Next(territories));
        }))];
        foreach (var deal in Deals) _minutes.Add(deal.Id, random.Next(30, 360));

        string Name(int number) => "territory-" + (number % territories);
    }

    public OwnerHours[] Owners { get; }

    public Opportunity[] Deals { get; }

    public int? MostOfAnAccount { get; init; }

    public CapacityPlan Plan() => CapacityPlan.Create(Deals, Owners, deal => TimeSpan.FromMinutes(_minutes[deal.Id]), options: new(
        limits: MostOfAnAccount is { } most ? [PlanLimit.Deals("account", deal => deal.Account, most)] : null,
        mayMove: _ => _moves,
        suits: Suits));

    public double Solve(string solver, bool isWhole)
    {
        using var program = Solver.CreateSolver(solver);
        var objective = program.Objective();
        var hours = Array.ConvertAll(Owners, owner => program.MakeConstraint(double.NegativeInfinity, owner.Hours.TotalMinutes));
        var accounts = new Dictionary<string, Constraint>();
        foreach (var deal in Deals)
        {
            var once = program.MakeConstraint(double.NegativeInfinity, 1);
            for (var owner = 0; owner < Owners.Length; owner++)
            {
                if (deal.Owner != Owners[owner].Owner && !(_moves && Suits(deal, Owners[owner]))) continue;
                var way = isWhole ? program.MakeBoolVar("") : program.MakeNumVar(0, 1, "");
                once.SetCoefficient(way, 1);
                hours[owner].SetCoefficient(way, _minutes[deal.Id]);
                objective.SetCoefficient(way, (double)deal.Amount!.Value * deal.Probability!.Value);
                if (MostOfAnAccount is not { } most) continue;
                if (!accounts.TryGetValue(deal.Account!, out var account))
                {
                    accounts.Add(deal.Account!, account = program.MakeConstraint(double.NegativeInfinity, most));
                }

                account.SetCoefficient(way, 1);
            }
        }

        objective.SetMaximization();
        // Without this, the integer program may stop a hundredth of a percent short of the best.
        var parameters = new MPSolverParameters();
        parameters.SetDoubleParam(MPSolverParameters.DoubleParam.RELATIVE_MIP_GAP, 0);
        var status = program.Solve(parameters);
        if (status != Solver.ResultStatus.OPTIMAL) throw new InvalidOperationException($"{solver} ended with {status}.");
        return objective.Value();
    }

    private static bool Suits(Opportunity deal, OwnerHours owner) => owner.Has(deal.Fields["territory"]);
}
