package studio.backprop.ui.compare.landscape;

import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.TransportRow;

/** Transport of a run on a test surface: to its start, one step, or to its end. */
final class RaceTransport extends TransportRow {
  private final LandscapeModel model;
  private final Lang lang;

  RaceTransport(LandscapeModel model, Lang lang, Hints hints) {
    super(lang, hints);
    this.model = model;
    this.lang = lang;
    getChildren().addAll(
        reset("race-reset", "landscape.race.reset", model.playhead()::toStart),
        play("race-play", "landscape.race.play", "landscape.race.go", model.playingProperty(), model.playhead()::toggle),
        button("race-step", Icon.STEP, "Right", "landscape.race.step.help", "landscape.race.step", model.playhead()::forward),
        button("race-end", Icon.STEP_OVER, "End", "landscape.race.end.help", "landscape.race.end", model.playhead()::toEnd),
        speed("race-speed", model.twins().speedProperty()), progress("race-place", "race-more"));
    model.frameProperty().subscribe(this::say);
    lang.textsProperty().subscribe(texts -> say());
  }

  private void say() {
    show(lang.say("landscape.race.place", model.step(), model.lastStep()), "", (double) model.step() / Math.max(1, model.lastStep()));
  }
}
