using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// A way to qualify that sales teams know by name: a list of criteria that are asked together. The built-in ones are in
/// <see cref="Frameworks"/> and <see cref="Industries"/>; a custom one is made of the same parts. Immutable.
/// </summary>
public sealed class QualificationFramework
{
    private readonly FrameworkCriterion[] _criteria;

    /// <summary>Creates a framework.</summary>
    /// <param name="id">The id: in a profile, the ids of its criteria begin with it and a dot.</param>
    /// <param name="name">The name, as people know it.</param>
    /// <param name="criteria">One criterion or more, in order.</param>
    /// <exception cref="ArgumentNullException"><paramref name="criteria"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> or <paramref name="name"/> is <see langword="null"/> or blank; there is no criterion, or one is
    /// <see langword="null"/>; or two criteria have the same id or name.
    /// </exception>
    public QualificationFramework(string id, string name, params FrameworkCriterion[] criteria)
        : this(id, name, criteria, 10)
    {
    }

    /// <summary>Creates a framework with the weight, gates and next actions of its profiles.</summary>
    /// <param name="id">The id: in a profile, the ids of its criteria begin with it and a dot.</param>
    /// <param name="name">The name, as people know it.</param>
    /// <param name="criteria">One criterion or more, in order.</param>
    /// <param name="weight">
    /// The points of each criterion for which neither <c>Weight</c> nor <c>Required</c> is set. The default is 10.
    /// </param>
    /// <param name="criteriaAreGates">Whether each such criterion is a gate instead. The default is <see langword="false"/>.</param>
    /// <param name="nextActions">What to do next, by verdict.</param>
    /// <exception cref="ArgumentNullException"><paramref name="criteria"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> or <paramref name="name"/> is <see langword="null"/> or blank; there is no criterion, or one is
    /// <see langword="null"/>; two criteria have the same id or name; or an action is <see langword="null"/> or for a criterion.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is NaN or infinite.</exception>
    public QualificationFramework(
        string id, string name, IEnumerable<FrameworkCriterion> criteria, double weight = 10, bool criteriaAreGates = false,
            IEnumerable<NextAction>? nextActions = null)
    {
        Id = Guard.NotBlank(id);
        Name = Guard.NotBlank(name);
        _criteria = [.. Guard.NotNull(criteria)];
        if (_criteria.Length == 0) throw new ArgumentException(
            $"The framework \"{name}\" has no criteria; it must have at least one.", nameof(criteria));
        if (Array.IndexOf(_criteria, null) >= 0) throw new ArgumentException(
            $"A criterion of the framework \"{name}\" is null.", nameof(criteria));
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var criterion in _criteria)
        {
            var isNew = known.Add(criterion.Id);
            if (!string.Equals(criterion.Id, criterion.Name, StringComparison.OrdinalIgnoreCase)) isNew &= known.Add(criterion.Name);
            if (!isNew) throw new ArgumentException(
                $"The framework \"{name}\" has more than one criterion \"{criterion.Name}\" (id \"{criterion.Id}\"); " +
                "ids and names must be unique, ignoring case.",
                nameof(criteria));
        }

        Criteria = Array.AsReadOnly(_criteria);
        Weight = Guard.Finite(weight);
        CriteriaAreGates = criteriaAreGates;
        NextActions = Array.AsReadOnly(nextActions?.ToArray() ?? []);
        if (NextActions.Any(action => action?.Verdict is null))
        {
            throw new ArgumentException(
                $"A next action of the framework \"{Name}\" is null or for a criterion; it must be for a verdict.", nameof(nextActions));
        }
    }

    /// <summary>The id, as in "meddpicc".</summary>
    public string Id { get; }

    /// <summary>The name, as in "MEDDPICC".</summary>
    public string Name { get; }

    /// <summary>The criteria, in order.</summary>
    public IReadOnlyList<FrameworkCriterion> Criteria { get; }

    /// <summary>The points of each criterion for which neither <c>Weight</c> nor <c>Required</c> is set.</summary>
    /// <value>The default is 10. Not used if <see cref="CriteriaAreGates"/> is set.</value>
    public double Weight { get; }

    /// <summary>Whether each criterion for which neither <c>Weight</c> nor <c>Required</c> is set is a gate.</summary>
    /// <value>The default is <see langword="false"/>: they have equal weights.</value>
    public bool CriteriaAreGates { get; }

    /// <summary>What to do next, by verdict; profiles that use the framework include it.</summary>
    /// <value>
    /// The default is empty. An action for <see cref="Verdict.NearMiss"/> turns on near misses, within 0 points, in a profile that does
    /// not set them.
    /// </value>
    public IReadOnlyList<NextAction> NextActions { get; }

    /// <summary>Gets the criterion with a name or id, ignoring case.</summary>
    /// <param name="nameOrId">The name or id.</param>
    /// <exception cref="ArgumentNullException"><paramref name="nameOrId"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">The framework has no such criterion; the message lists its criteria.</exception>
    public FrameworkCriterion this[string nameOrId] => IndexOf(Guard.NotNull(nameOrId)) is var index && index >= 0
        ? _criteria[index]
        : throw new KeyNotFoundException($"{Name} has no criterion \"{nameOrId}\"; it has {NamesOf(_criteria)}.");

    /// <summary>The name.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Name;

    internal static string NamesOf(IEnumerable<FrameworkCriterion> criteria) =>
        string.Join(", ", criteria.Select(criterion => criterion.Name));

    /// <summary>The index of a criterion by its name or id; -1 if there is none.</summary>
    private int IndexOf(string? nameOrId) => Array.FindIndex(_criteria, criterion =>
        string.Equals(criterion.Name, nameOrId, StringComparison.OrdinalIgnoreCase)
            || string.Equals(criterion.Id, nameOrId, StringComparison.OrdinalIgnoreCase));

    /// <summary>The index of a criterion; -1 if it is from another framework.</summary>
    internal int IndexOf(FrameworkCriterion criterion) => Array.IndexOf(_criteria, criterion);

    /// <summary>The id of a criterion in a profile.</summary>
    internal string IdOf(FrameworkCriterion criterion) => Id + "." + criterion.Id;
}
