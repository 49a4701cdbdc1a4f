"""Lands, states and parts of the world: a town may lie in one, so it is no other place than they are."""

from __future__ import annotations

from index.comparison.aligning.stems import word_list

WIDE = frozenset(
    word_list(
        """
        afghanistan africa alabama alaska albania alberta algeria andorra angola antarctica argentina arizona
        arkansas armenia asia australia austria azerbaijan bahamas bahrain bangladesh barbados bavaria belarus
        belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burma burundi california
        cambodia cameroon canada caribbean carolina catalonia chad chile china colombia colorado congo connecticut
        croatia crimea cuba cyprus dakota delaware denmark donbas ecuador egypt england eritrea estonia ethiopia
        europe fiji finland florida france gabon gambia georgia germany ghana greece greenland guatemala guinea
        guyana haiti hampshire hawaii herzegovina honduras hungary iceland idaho illinois india indiana indonesia
        iowa iran iraq ireland israel italy jamaica japan jersey jordan kansas kashmir kazakhstan kentucky kenya
        korea kosovo kurdistan kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania louisiana
        luxembourg macedonia madagascar maine malawi malaysia maldives mali malta maryland massachusetts
        mauritania mauritius mexico michigan minnesota mississippi missouri moldova mongolia montana montenegro
        morocco mozambique myanmar namibia nebraska nepal netherlands nevada nicaragua niger nigeria norway ohio
        oklahoma oman ontario oregon pakistan palestine panama paraguay pennsylvania peru philippines poland
        portugal qatar quebec romania russia rwanda samoa scandinavia scotland senegal serbia siberia sicily
        singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan
        tanzania tennessee texas thailand tibet togo tunisia turkey turkmenistan uganda ukraine uruguay utah
        uzbekistan venezuela vermont vietnam virginia wales wisconsin wyoming yemen zambia zealand zimbabwe
        """
    )
)
