using System;

namespace PipelineReview.Reading;

/// <summary>Turns the amounts of all deals into one currency; amounts in different currencies are never added.</summary>
internal sealed class CommonCurrency(DealMap map)
{
    private int? _line;
    private CurrencySign? _sign;
    private int _signLine;

    /// <summary>The currency: that of the map, or of the first row that has one; null until then.</summary>
    public string? Code { get; private set; } = map.Currency;

    /// <summary>The deal with its amounts in the common currency; the same deal after a fault of the row.</summary>
    public Deal Convert(Deal deal, DealRow row)
    {
        if (deal.Amount is null && deal.ListPrice is null)
        {
            return deal;
        }

        if (row.Sign is { } sign && !Agrees(sign, deal, row))
        {
            return deal;
        }

        if ((deal.Currency ?? CodeOf(row.Sign)) is not { } currency)
        {
            return deal;
        }

        if (Code is null)
        {
            Code = currency;
            _line = deal.Line;
        }

        if (string.Equals(currency, Code, StringComparison.OrdinalIgnoreCase))
        {
            return deal;
        }

        if (!map.Rates.TryGetValue(currency, out decimal rate))
        {
            string where = _line is { } line ? $"that of line {line}" : "that of the map";
            row.Fault(
                deal.Currency is null ? DealField.Amount : DealField.Currency, RejectReason.OtherCurrency, currency,
                $"is not {Printable.Clip(Code)}, {where}, and the map has no rate for it");
            return deal;
        }

        try
        {
            return deal with { Amount = deal.Amount * rate, ListPrice = deal.ListPrice * rate };
        }
        catch (OverflowException)
        {
            row.Fault(DealField.Amount, RejectReason.UnreadableNumber, null, $"is too great to be converted to {Printable.Clip(Code)}");
            return deal;
        }
    }

    // A sign that can be the common currency is; one that can be only another is that.
    private string? CodeOf(CurrencySign? sign) => sign is null || (Code is not null && sign.CanBe(Code)) ? null : sign.OnlyCode;

    private bool Agrees(CurrencySign sign, Deal deal, DealRow row)
    {
        if (deal.Currency is { } currency)
        {
            return Expect(sign.CanBe(currency), sign, row, $"is not a sign of {Printable.Clip(currency)}, the currency of the row");
        }

        if (Code is { } code)
        {
            return Expect(
                sign.CanBe(code) || sign.OnlyCode is not null, sign, row,
                $"is not a sign of {Printable.Clip(code)}, and can be of several currencies; a currency column would tell");
        }

        // A sign of several currencies stands for one that isn't known: the same for all rows, or not at all.
        if (sign.OnlyCode is not null && _sign is null)
        {
            return true;
        }

        if (_sign is null)
        {
            _sign = sign;
            _signLine = deal.Line;
        }

        return Expect(
            string.Equals(sign.Text, _sign.Text, StringComparison.OrdinalIgnoreCase), sign, row,
            $"is not {_sign.Text}, that of line {_signLine}; set currency and rates in the map");
    }

    private static bool Expect(bool agrees, CurrencySign sign, DealRow row, string rule)
    {
        if (!agrees)
        {
            row.Fault(DealField.Amount, RejectReason.OtherCurrency, sign.Text, rule);
        }

        return agrees;
    }
}
