//! The closed lists a coach files a case under. Codes are stable; names are what documents and commands use.

use crate::closed::closed_list;

closed_list! {
    /// What a concern is about: 27 categories.
    Category {
        Bullying = 1 "bullying",
        Sexual = 2 "sexual",
        Aggression = 3 "aggression",
        ThirdParty = 4 "third_party",
        Discrimination = 5 "discrimination",
        Favouritism = 6 "favouritism",
        Cliques = 7 "cliques",
        Conflict = 8 "conflict",
        Leadership = 9 "leadership",
        Micromanagement = 10 "micromgmt",
        Recognition = 11 "recognition",
        Growth = 12 "growth",
        Evaluation = 13 "evaluation",
        Workload = 14 "workload",
        Hours = 15 "roster",
        Clarity = 16 "clarity",
        Communication = 17 "communication",
        Change = 18 "change",
        Environment = 19 "environment",
        Safety = 20 "safety",
        Wellbeing = 21 "wellbeing",
        Privacy = 22 "privacy",
        Integrity = 23 "integrity",
        Retaliation = 24 "retaliation",
        Idea = 25 "idea",
        Positive = 26 "positive",
        Other = 27 "other",
    }
}

closed_list! {
    /// The ten groups that figures are made of; never finer.
    Group {
        Transgressive = 1 "transgressive",
        Fairness = 2 "fairness",
        Cooperation = 3 "cooperation",
        Guidance = 4 "guidance",
        Recognition = 5 "recognition",
        Growth = 6 "growth",
        Work = 7 "work",
        Safety = 8 "safety",
        Wellbeing = 9 "wellbeing",
        Integrity = 10 "integrity",
        Ideas = 11 "ideas",
        Other = 12 "other",
    }
}

closed_list! {
    /// The coach's view of how much harm is done.
    Severity {
        Annoyance = 1 "S1",
        Recurring = 2 "S2",
        Harmful = 3 "S3",
        Acute = 4 "S4",
    }
}

closed_list! {
    /// How soon somebody should read it, in the reporter's words.
    Urgency {
        CanWait = 0 "U0",
        ThisWeek = 1 "U1",
        Soon = 2 "U2",
        Danger = 3 "U3",
    }
}

closed_list! {
    /// Where a case stands (the four steps of ISO 37002: receive, assess, address, conclude).
    Status {
        New = 1 "new",
        Acknowledged = 2 "acked",
        Dialogue = 3 "dialogue",
        Clarified = 4 "clarified",
        Action = 5 "action",
        Feedback = 6 "feedback",
        Aftercare = 7 "aftercare",
        Closed = 8 "closed",
        Erased = 9 "erased",
    }
}

closed_list! {
    /// Things a coach must not overlook.
    Flag {
        DetrimentRisk = 0 "detriment-risk",
        MultipleVoices = 1 "multiple-voices",
        AboutTheCoach = 2 "about-the-coach",
        Junk = 3 "junk",
    }
}

impl Category {
    /// The group it counts in.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Bullying | Self::Sexual | Self::Aggression | Self::ThirdParty | Self::Discrimination => {
                Group::Transgressive
            }
            Self::Favouritism => Group::Fairness,
            Self::Cliques | Self::Conflict | Self::Communication => Group::Cooperation,
            Self::Leadership | Self::Micromanagement => Group::Guidance,
            Self::Recognition => Group::Recognition,
            Self::Growth | Self::Evaluation => Group::Growth,
            Self::Workload | Self::Hours | Self::Clarity | Self::Change => Group::Work,
            Self::Environment | Self::Safety => Group::Safety,
            Self::Wellbeing => Group::Wellbeing,
            Self::Privacy | Self::Integrity | Self::Retaliation => Group::Integrity,
            Self::Idea | Self::Positive => Group::Ideas,
            Self::Other => Group::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_have_their_lengths_and_read_back() {
        assert_eq!(Category::ALL.len(), 27);
        for category in Category::ALL {
            assert_eq!(Category::from_code(category.code()), Some(*category));
            assert_eq!(Category::from_name(category.name()), Some(*category));
        }
        for status in Status::ALL {
            assert_eq!(Status::from_code(status.code()), Some(*status));
        }
        assert_eq!(Category::from_code(0), None);
        assert_eq!(Severity::from_name("S5"), None);
        assert_eq!(Urgency::from_code(4), None);
    }

    #[test]
    fn every_group_is_reached_by_a_category() {
        let reached = |group: &Group| Category::ALL.iter().any(|category| category.group() == *group);
        assert!(Group::ALL.iter().all(reached));
    }
}
