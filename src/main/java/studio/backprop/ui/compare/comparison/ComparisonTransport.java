package studio.backprop.ui.compare.comparison;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ProgressBar;
import studio.backprop.compare.ComparisonRunner;
import studio.backprop.compare.ComparisonRunner.State;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.TransportRow;

/** Transport of all variants: reset, step, epoch, play. */
final class ComparisonTransport extends TransportRow {
  private final ComparisonModel model;
  private final Lang lang;

  ComparisonTransport(ComparisonModel model, Lang lang, Hints hints) {
    super(lang, hints);
    this.model = model;
    this.lang = lang;
    List<Button> buttons = List.of(
        reset("twins-reset", "twins.reset", model::reset),
        play("twins-play", "twins.play.help", "transport.play", Bindings.createBooleanBinding(model::playing, model.statusProperty()),
            model::togglePlay),
        button("twins-batch", Icon.STEP, "Right", "twins.batch.help", "twins.batch", model::stepBatch),
        button("twins-epoch", Icon.STEP_OVER, "Shift+Right", "twins.epoch.help", "twins.epoch", model::stepEpoch));
    model.statusProperty().subscribe(status -> buttons.forEach(button -> button.setDisable(idle(status))));
    getChildren().addAll(buttons);
    getChildren().addAll(speed("twins-speed", model.speedProperty()), progress("twins-place", "twins-step"));
    model.frameProperty().subscribe((before, now) -> say());
    lang.textsProperty().subscribe(texts -> say());
  }

  private static boolean idle(ComparisonRunner.Status status) {
    return status.state() == State.NOTHING || status.state() == State.LOADING;
  }

  private void say() {
    if (model.statusProperty().get().state() == State.LOADING) {
      show(lang.say("transport.loading"), "", ProgressBar.INDETERMINATE_PROGRESS);
    } else {
      show(lang.say("transport.epoch", model.epoch(), model.lastEpoch()), lang.say("transport.step", model.step()),
          (double) model.step() / Math.max(1, model.statusProperty().get().last()));
    }
  }
}
