"""Everybody places a card; everybody sees how many have: a live page as oTree's documentation shows it."""

from otree.api import BaseConstants, BaseGroup, BasePlayer, BaseSubsession, Page, models


class C(BaseConstants):
    NAME_IN_URL = "placing"
    PLAYERS_PER_GROUP = None
    NUM_ROUNDS = 1


class Subsession(BaseSubsession):
    pass


class Group(BaseGroup):
    answered = models.IntegerField(initial=0)


class Player(BasePlayer):
    stage = models.StringField(blank=True)


class Place(Page):
    """One page, live."""

    @staticmethod
    def live_method(player, data):
        """Keep the placement, and tell everybody the count and whose it was."""
        if not player.field_maybe_none("stage"):
            player.group.answered += 1
        player.stage = data["stage"]
        return {0: {"answered": player.group.answered, "number": data["number"]}}


page_sequence = [Place]
