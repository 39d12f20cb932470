"""Lists of words that several kinds share; the words are those of the Danish public standards.

SYS-AP 1.0.1 (Digitaliseringsstyrelsen, 2021), appendix A, for personal data and criticality;
OS2kitos for lifecycles; NSIS 2.0.2 for levels of assurance.
"""

from typing import Literal

Audience = Literal["borger", "patient", "pårørende", "medarbejder", "kliniker"]
OUTSIDE_STAFF = ("borger", "patient", "pårørende")
Sector = Literal["region", "kommune", "almen praksis", "privat", "stat"]
Lifecycle = Literal[
    "idé",
    "under udvikling",
    "under afprøvning",
    "under indfasning",
    "i drift",
    "under udfasning",
    "ikke i drift",
]
IN_USE = ("under afprøvning", "under indfasning", "i drift", "under udfasning")
"""The words for what somebody uses now, and may find out of order."""
COMING = ("under udvikling", "under afprøvning", "under indfasning")
"""The words for what somebody works on, so that others may use it."""
ENDED = ("under udfasning", "ikke i drift")
"""The words of a lifecycle that comes to its end."""
PersonalData = Literal[
    "data uden personoplysninger",
    "almindelige personoplysninger",
    "følsomme personoplysninger",
    "oplysninger om strafbare forhold",
    "personnummeroplysninger",
]
ANY_PERSONAL_DATA = (
    "almindelige personoplysninger",
    "følsomme personoplysninger",
    "oplysninger om strafbare forhold",
    "personnummeroplysninger",
)
Operation = Literal["læs", "skriv"]
Identification = Literal["ingen", "regionalt login", "MitID", "MitID Erhverv", "andet"]
Assurance = Literal["lav", "betydelig", "høj"]
Criticality = Literal["ikke kritisk", "forretningskritisk", "samfundskritisk"]
Discipline = Literal[
    "klinik", "it", "jura", "informationssikkerhed", "innovation", "HR", "kommunikation"
]
Ownership = Literal["regional", "kommunal", "borger"]
Obligation = Literal["skal", "bør", "kan"]
Phase = Literal[
    "idé", "afklaring", "design", "udvikling", "test", "godkendelse", "drift", "udfasning"
]
