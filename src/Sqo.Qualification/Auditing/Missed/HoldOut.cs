using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The random share of rejected deals that sales works all the same, so that it can be known what the profile misses. A deal is drawn once,
/// at its first rejection, by a stable hash of its id and the seed: neither the order of deals nor the machine matters. Immutable.
/// </summary>
public sealed class HoldOut
{
    private const string Format = "sqo-hold-out/1";

    private readonly Dictionary<string, HoldOutDraw> _byId = new(StringComparer.Ordinal);

    /// <summary>Creates a hold-out, empty or from the draws that were kept.</summary>
    /// <param name="seed">The seed. Keep it the same for the same hold-out.</param>
    /// <param name="draws">The draws so far. The default is none.</param>
    /// <exception cref="ArgumentException">A draw is <see langword="null"/>, or two are of the same deal.</exception>
    public HoldOut(long seed, IEnumerable<HoldOutDraw>? draws = null)
    {
        Seed = seed;
        foreach (var draw in draws ?? [])
        {
            if (draw is null) throw new ArgumentException("draws holds null; each must be a draw.", nameof(draws));
            if (_byId.ContainsKey(draw.Id))
            {
                throw new ArgumentException($"The deal \"{draw.Id}\" is drawn twice; a deal is drawn once.", nameof(draws));
            }

            _byId.Add(draw.Id, draw);
        }

        Draws = Array.AsReadOnly(_byId.Values.OrderBy(draw => draw.Id, StringComparer.Ordinal).ToArray());
    }

    /// <summary>The seed.</summary>
    public long Seed { get; }

    /// <summary>The draws, by id: plain data to keep and to export to the CRM.</summary>
    public IReadOnlyList<HoldOutDraw> Draws { get; }

    /// <summary>Finds the draw of a deal.</summary>
    /// <param name="id">The id of the deal.</param>
    /// <returns>The draw; <see langword="null"/> if the deal was not drawn yet.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="id"/> is <see langword="null"/>.</exception>
    public HoldOutDraw? Find(string id) => _byId.TryGetValue(Guard.NotNull(id), out var draw) ? draw : null;

    /// <summary>Draws the deals that a profile rejects for the first time; those drawn before keep their draw.</summary>
    /// <typeparam name="T">The type of deal.</typeparam>
    /// <param name="profile">The profile.</param>
    /// <param name="table">The answers of the deals, of any profile; only what they lack is asked.</param>
    /// <param name="id">Gets the id of a deal.</param>
    /// <param name="share">
    /// Gets the probability with which a rejected deal is drawn, above 0 and at most 1, such as by its segment and by how close it is:
    /// <c>(deal, decision) =&gt; decision.Verdict == Verdict.NearMiss ? 0.2 : 0.05</c>. <see langword="null"/> leaves out a deal from which
    /// nothing is to be learned, such as a duplicate: nothing is estimated for these.
    /// </param>
    /// <returns>The hold-out with the new draws, made at the moment of the table.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// An id is <see langword="null"/> or blank or used twice, or a probability is not above 0 and at most 1; the message names the deal.
    /// </exception>
    /// <exception cref="CriterionEvaluationException">Code of a criterion threw, and the profile handles errors by throwing.</exception>
    /// <example><code>
    /// HoldOut holdOut = new HoldOut(seed: 2026).Draw(
    ///     profile, table, d => d.Stage!, (d, decision) => decision.Verdict == Verdict.NearMiss ? 0.2 : 0.05);
    /// </code></example>
    public HoldOut Draw<T>(
        QualificationProfile<T> profile, AnswerTable<T> table, Func<T, string> id, Func<T, Decision, double?> share)
    {
        var decisions = Guard.NotNull(profile).Decide(table);
        Guard.NotNull(id);
        Guard.NotNull(share);
        var draws = new List<HoldOutDraw>(Draws);
        for (var row = 0; row < decisions.Length; row++)
        {
            if (decisions[row].Verdict is not (Verdict.NearMiss or Verdict.Disqualified)) continue;
            var deal = table.Items[row];
            var name = Guard.NotBlank(id(deal), nameof(id));
            if (_byId.ContainsKey(name) || share(deal, decisions[row]) is not { } probability) continue;
            if (!(probability > 0 && probability <= 1))
            {
                throw new ArgumentException(
                    $"The share of the deal \"{name}\" is {InvariantText.Of(probability)}; it must be above 0 and at most 1, " +
                    "or null where nothing is to be learned.",
                    nameof(share));
            }

            draws.Add(new(name, probability, SeededHash.ShareOf(name, unchecked((ulong)Seed)) < probability, table.AsOf));
        }

        return new(Seed, draws);
    }

    /// <summary>Adds the draws of another hold-out with the same seed, such as that of another office.</summary>
    /// <param name="other">The other hold-out.</param>
    /// <returns>The hold-out with the draws of both.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">The other hold-out has another seed, or another draw of the same deal.</exception>
    public HoldOut Merge(HoldOut other)
    {
        if (Guard.NotNull(other).Seed != Seed)
        {
            throw new ArgumentException(
                $"The other hold-out has the seed {InvariantText.Of(other.Seed)}, this one {InvariantText.Of(Seed)}; " +
                "both must have the same.",
                nameof(other));
        }

        var draws = new List<HoldOutDraw>(Draws);
        foreach (var draw in other.Draws)
        {
            if (!_byId.TryGetValue(draw.Id, out var mine)) draws.Add(draw);
            else if (!mine.IsSameAs(draw))
            {
                throw new ArgumentException(
                    $"The deal \"{draw.Id}\" has two draws, \"{mine}\" and \"{draw}\"; a deal is drawn once.", nameof(other));
            }
        }

        return new(Seed, draws);
    }

    /// <summary>The seed and the draws as JSON, without line ends: the same bytes on every platform.</summary>
    /// <returns>The JSON, for <see cref="Parse"/>.</returns>
    public string ToJson()
    {
        var json = new StringBuilder("{").Member("format", Format).Member("seed", Seed).Name("draws").Append('[');
        foreach (var draw in Draws)
        {
            json.Append(ReferenceEquals(draw, Draws[0]) ? "{" : ",{").Member("id", draw.Id).Member("probability", draw.Probability)
                .Member("isIn", draw.IsIn).Member("drawnOn", InvariantText.Of(draw.DrawnOn)).Append('}');
        }

        return json.Append("]}").ToString();
    }

    /// <summary>Reads a hold-out from the JSON that <see cref="ToJson"/> wrote.</summary>
    /// <param name="json">The JSON.</param>
    /// <returns>The hold-out.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException">The text is not a hold-out; the message says what is wrong.</exception>
    public static HoldOut Parse(string json)
    {
        var root = JsonMembers.Read(json, "the hold-out", Format);
        if (!InvariantText.TryLong(root.Text("seed"), out var seed)) throw new FormatException(
            $"The member \"seed\" is \"{root.Text("seed")}\"; it must be a whole number.");
        try
        {
            return new(seed, root.List("draws").ConvertAll(value =>
            {
                var draw = JsonMembers.Object(value, "a draw");
                return new HoldOutDraw(draw.Text("id"), draw.Number("probability"), draw.Flag("isIn"), draw.Date("drawnOn"));
            }));
        }
        catch (ArgumentException e)
        {
            throw new FormatException($"The draws of the hold-out are wrong: {e.Message}", e);
        }
    }

    /// <summary>How many deals were drawn and how many are in, in the invariant culture.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        $"{InvariantText.Of((long)Draws.Count(draw => draw.IsIn))} of {InvariantText.Of((long)Draws.Count)} rejected deals are in";
}
