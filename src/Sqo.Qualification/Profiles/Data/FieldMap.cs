using System;
using System.Collections.Generic;
using System.Linq;
using Sqo.Qualification.Internal;

namespace Sqo.Qualification;

/// <summary>
/// The values of an opportunity that data can name, each with the selector that reads it: the link between a
/// <see cref="ProfileDefinition"/> and the program. Immutable, and safe for use by many threads at once.
/// </summary>
/// <typeparam name="T">The type of opportunity.</typeparam>
public sealed class FieldMap<T>
{
    private readonly Dictionary<string, Field<T>> _fields = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Registers the fields.</summary>
    /// <param name="define">Adds them.</param>
    /// <exception cref="ArgumentNullException"><paramref name="define"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException">
    /// There is no field, or a name is blank, longer than 1,000 characters, used twice, or contains a line break or another character
    /// that is not valid in a name; every fault is listed.
    /// </exception>
    /// <example><code>
    /// var fields = new FieldMap&lt;Deal>(f => f.Add("budget", d => d.Budget).Add("industry", d => d.Industry));
    /// </code></example>
    public FieldMap(Action<FieldMapBuilder<T>> define)
    {
        Guard.NotNull(define);
        var builder = new FieldMapBuilder<T>();
        define(builder);
        var faults = new List<string>();
        foreach (var field in builder.Close())
        {
            if (string.IsNullOrWhiteSpace(field.Name)) faults.Add("A field has a blank name; a name must have a visible character.");
            else if (TextShape.Name.RuleBrokenBy(field.Name) is { } rule) faults.Add(
                $"The field \"{Excerpt.Of(field.Name)}\" has a name that data can't hold; {rule}.");
            else if (_fields.ContainsKey(field.Name)) faults.Add(
                $"The field \"{Excerpt.Of(field.Name)}\" is added twice; names must differ in more than case.");
            else _fields.Add(field.Name, field);
        }

        if (_fields.Count == 0 && faults.Count == 0) faults.Add("The map has no fields; it must have at least one.");
        if (faults.Count > 0) throw new ArgumentException(string.Join("\n", faults), nameof(define));
        Names = Array.AsReadOnly(_fields.Values.Select(field => field.Name).ToArray());
    }

    /// <summary>The names of the fields, in the order in which they were added. Case is ignored.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The selector of a field, for a profile in code that is to be exported as data.</summary>
    /// <typeparam name="TValue">
    /// The type that the field was added with, such as <c>decimal?</c>; <c>IEnumerable&lt;string&gt;</c> for a collection of texts. A
    /// date of any type can also be returned as <c>DateTime?</c>, for a decay.
    /// </typeparam>
    /// <param name="name">The name.</param>
    /// <returns>The selector; a criterion on it declares the field, and is as fast as one on the registered selector.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">There is no such field; the message lists the fields.</exception>
    /// <exception cref="InvalidOperationException">The field has another type; the message says which.</exception>
    public Func<T, TValue> Field<TValue>(string name)
    {
        var field = Existing(name);
        if (field is Field<T, TValue> typed) return typed.Selector;
        return field.Date?.Selector as Func<T, TValue> ?? throw Mistyped(field, typeof(TValue), takesAsOf: false);
    }

    /// <summary>The selector of a field that takes <c>asOf</c>, for a profile in code that is to be exported as data.</summary>
    /// <typeparam name="TValue">The type that the field was added with, such as <c>double?</c>.</typeparam>
    /// <param name="name">The name.</param>
    /// <returns>The selector; a criterion on it declares the field, and is as fast as one on the registered selector.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">There is no such field; the message lists the fields.</exception>
    /// <exception cref="InvalidOperationException">
    /// The field has another type, or its selector does not take <c>asOf</c>; the message says which.
    /// </exception>
    public Func<T, DateTime, TValue> AsOfField<TValue>(string name)
    {
        var field = Existing(name);
        return (field as AsOfField<T, TValue>)?.Selector ?? throw Mistyped(field, typeof(TValue), takesAsOf: true);
    }

    /// <summary>The activities of a field, for a profile in code that is to be exported as data.</summary>
    /// <param name="name">The name.</param>
    /// <returns>What <see cref="GroupBuilder{T}.Activities(string, ActivityReader{T}, Action{ActivitiesBuilder{T}})"/> takes.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is <see langword="null"/>.</exception>
    /// <exception cref="KeyNotFoundException">There is no such field; the message lists the fields.</exception>
    /// <exception cref="InvalidOperationException">The field was not added as activities; the message says as what.</exception>
    public ActivityReader<T> Activities(string name)
    {
        var field = Existing(name);
        return (field as ActivityField<T>)?.Source ?? throw new InvalidOperationException(
            $"The field \"{field.Name}\" was added as {TypeText.Of(field.ValueType)}; only AddActivities adds activities.");
    }

    private Field<T> Existing(string name) =>
        Find(Guard.NotNull(name)) ?? throw new KeyNotFoundException($"There is no field \"{Excerpt.Of(name)}\"; there are {Listed}.");

    private static InvalidOperationException Mistyped(Field<T> field, Type wanted, bool takesAsOf)
    {
        var isOtherKind = field.TakesAsOf != takesAsOf;
        return new(
            $"The field \"{field.Name}\" was added as {TypeText.Of(field.ValueType)}" +
            $"{(isOtherKind ? $" with a selector that {(takesAsOf ? "does not take" : "takes")} asOf" : "")}; " +
            $"it can't be returned as {TypeText.Of(wanted)}{(isOtherKind ? $" by {(takesAsOf ? "AsOfField" : "Field")}" : "")}.");
    }

    internal string Listed => Excerpt.Listed(Names);

    internal Field<T>? Find(string name) => _fields.TryGetValue(name, out var field) ? field : null;

    internal Field<T>? OwnerOf(INamedSelector selector) => Find(selector.Name) is { } field && field.Owns(selector) ? field : null;
}
