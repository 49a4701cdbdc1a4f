"""Currencies: their signs, codes and names, and whose they are."""

from __future__ import annotations

from index.entities.wordset import wordset

SIGNS = {
    "$": "USD", "US$": "USD", "US $": "USD", "A$": "AUD", "C$": "CAD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₦": "NGN", "₴": "UAH", "₩": "KRW",
    "Rs": "INR", "Rs.": "INR",
    "Tk": "BDT", "RM": "MYR", "N": "NGN", "GH¢": "GHS", "GHS": "GHS", "GH₵": "GHS", "R": "ZAR", "KSh": "KES",
    "Ksh": "KES", "Sh": "KES",
    "₱": "PHP", "₫": "VND", "฿": "THB", "₺": "TRY", "₪": "ILS", "₸": "KZT", "₡": "CRC", "Rp": "IDR", "Rp.": "IDR",
    "CA$": "CAD", "AU$": "AUD",
    "COP $": "COP", "COP$": "COP", "MX$": "MXN", "USD $": "USD", "USD$": "USD",
}  # fmt: skip
CODES = tuple(
    sorted(
        wordset(
            "USD EUR GBP JPY CNY RMB INR RUB UAH TRY BRL ZAR NGN KES GHS UGX TZS ETB EGP SAR AED QAR KWD OMR BHD "
            "JOD ILS NIS IRR IQD PKR BDT LKR NPR MYR SGD IDR PHP THB VND KRW TWD HKD AUD NZD CAD CHF SEK NOK DKK "
            "PLN CZK HUF MXN COP PEN CLP ARS NAD ZMW MWK MUR XOF XAF "
        )
    )
)
CURRENCIES = {
    "dollar": "USD", "dlr": "USD", "buck": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "rupee": "INR",
    "rouble": "RUB", "ruble": "RUB", "hryvnia": "UAH", "peso": "peso", "real": "BRL", "reais": "BRL",
    "naira": "NGN", "rand": "ZAR",
    "shilling": "shilling", "cedi": "GHS", "franc": "franc", "dirham": "AED", "dinar": "dinar", "riyal": "SAR",
    "rial": "IRR",
    "taka": "BDT", "baht": "THB", "ringgit": "MYR", "won": "KRW", "dong": "VND", "rupiah": "IDR", "lira": "TRY",
    "shekel": "ILS",
    "birr": "ETB", "kwacha": "ZMW", "pula": "BWP", "zloty": "PLN", "krona": "SEK", "kroner": "NOK",
    "crown": "crown", "cent": "cent",
    "sterling": "GBP", "bitcoin": "BTC", "tugrik": "MNT", "quetzal": "GTQ", "colon": "CRC", "lempira": "HNL",
}  # fmt: skip
NATIONAL = {
    "dollar": "Australian AUD Canadian CAD Singapore SGD Namibian NAD Jamaican JMD Taiwan TWD Zimbabwe ZWL Fijian FJD",
    "franc": "Swiss CHF CFA XOF Congolese CDF Rwandan RWF Guinean GNF Burundian BIF",
    "crown": "Swedish SEK Norwegian NOK Danish DKK Czech CZK Icelandic ISK",
    "krona": "Swedish SEK Icelandic ISK", "kroner": "Norwegian NOK Danish DKK",
    "shilling": "Kenya KES Kenyan KES Uganda UGX Ugandan UGX Tanzania TZS Tanzanian TZS Somali SOS",
    "peso": "Mexican MXN Philippine PHP Argentine ARS Argentinian ARS Chilean CLP Colombian COP Cuban CUP "
    "Uruguayan UYU Dominican DOP",
    "dinar": "Kuwaiti KWD Iraqi IQD Jordanian JOD Bahraini BHD Tunisian TND Libyan LYD Serbian RSD Algerian DZD",
    "pound": "British GBP Egyptian EGP Syrian SYP Lebanese LBP Sudanese SDG",
    "rupee": "Indian INR Pakistani PKR Nepali NPR Nepalese NPR Mauritian MUR Seychelles SCR",
    "riyal": "Saudi SAR Qatari QAR", "rial": "Iranian IRR Omani OMR Yemeni YER", "dirham": "Moroccan MAD UAE AED",
    "rouble": "Russian RUB Belarusian BYN", "ruble": "Russian RUB Belarusian BYN", "won": "Korean KRW",
    "lira": "Turkish TRY Lebanese LBP", "yuan": "Chinese CNY", "yen": "Japanese JPY", "real": "Brazilian BRL",
    "cedi": "Ghanaian GHS", "kwacha": "Zambian ZMW Malawian MWK", "shekel": "Israeli ILS",
}  # fmt: skip
"""Whose currency it is, and its code, by its name."""
OF_LANDS = {
    (land, name): code
    for name, pairs in NATIONAL.items()
    for land, code in zip(pairs.split()[::2], pairs.split()[1::2], strict=True)
} | {
    ("Hong Kong", "dollar"): "HKD",
    ("New Zealand", "dollar"): "NZD",
    ("N.Z.", "dollar"): "NZD",
    ("Sri Lankan", "rupee"): "LKR",
}
