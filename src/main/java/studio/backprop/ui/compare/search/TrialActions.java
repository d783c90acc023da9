package studio.backprop.ui.compare.search;

import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import studio.backprop.search.trial.Trial;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Actions on the selected trial: stop it, train it to its next rung, remove it. */
final class TrialActions extends HBox {
  private static final KeyCombination STOP = new KeyCodeCombination(KeyCode.S);
  private static final KeyCombination RUNG = new KeyCodeCombination(KeyCode.R);
  private static final KeyCombination DROP = new KeyCodeCombination(KeyCode.DELETE);

  private final SearchModel model;
  private final Button stop;
  private final Button rung;
  private final Button drop;

  TrialActions(SearchModel model, Lang lang, Hints hints) {
    this.model = model;
    stop = button("trial-stop", Icon.STOP);
    hints.explain(stop, STOP, "trials.hand.stop");
    stop.setOnAction(event -> onSelected(model.hand()::stop));
    rung = button("trial-rung", Icon.STEP_OVER);
    hints.explain(rung, RUNG, "trials.hand.rung");
    rung.setOnAction(event -> onSelected(model.hand()::anotherRung));
    drop = button("trial-drop", Icon.DELETE);
    hints.explain(drop, DROP, "trials.hand.drop");
    drop.setOnAction(event -> onSelected(model.hand()::drop));
    getStyleClass().add("gap-4");
    getChildren().addAll(stop, rung, drop);
    model.selectedProperty().subscribe(number -> redraw());
  }

  private static Button button(String id, Icon icon) {
    Button button = new Button(null, icon.view());
    button.setId(id);
    button.getStyleClass().addAll("icon-only", "small");
    return button;
  }

  private void onSelected(IntConsumer what) {
    what.accept(model.selectedProperty().get());
    redraw();
  }

  void redraw() {
    int number = model.selectedProperty().get();
    IntPredicate isThere = one -> one > 0 && one <= model.search().trials().size()
        && model.search().trial(one).state() != Trial.State.DROPPED;
    stop.setDisable(!model.hand().canStop(number));
    rung.setDisable(!model.hand().canGoOn(number));
    drop.setDisable(!isThere.test(number) || model.stateProperty().get() == SearchModel.State.REPEATING);
  }

  /** Handles their shortcuts. @return whether handled */
  boolean press(KeyEvent event) {
    if (STOP.match(event)) {
      onSelected(model.hand()::stop);
    } else if (RUNG.match(event)) {
      onSelected(model.hand()::anotherRung);
    } else {
      return false;
    }
    return true;
  }
}
