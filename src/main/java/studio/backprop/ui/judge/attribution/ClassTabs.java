package studio.backprop.ui.judge.attribution;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;

/**
 * Tabs of the usual questions: why the predicted class, why the true one, and contrastively, why one and not the other. If the prediction
 * is right, the second most probable class replaces the true one.
 */
final class ClassTabs extends HBox {
  private final AttributionModel model;
  private final Lang lang;
  private final AttributionTexts words;
  private final List<ToggleButton> tabs = List.of(tab("first"), tab("between"), tab("last"));
  private int predicted;
  private int other;

  ClassTabs(AttributionModel model, Lang lang, AttributionTexts words) {
    this.model = model;
    this.lang = lang;
    this.words = words;
    getStyleClass().add("segmented");
    setMinWidth(Region.USE_PREF_SIZE);
    accessibleTextProperty().bind(lang.bind("reason.tabs"));
    tabs.get(0).setOnAction(event -> ask(predicted, OptionalInt.empty()));
    tabs.get(1).setOnAction(event -> ask(other, OptionalInt.empty()));
    tabs.get(2).setOnAction(event -> ask(predicted, OptionalInt.of(other)));
    getChildren().addAll(tabs);
  }

  private static ToggleButton tab(String style) {
    ToggleButton tab = new ToggleButton();
    tab.setMnemonicParsing(false); // class names contain underscores
    tab.getStyleClass().add(style);
    tab.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    tab.setMinWidth(Region.USE_PREF_SIZE);
    return tab;
  }

  private void ask(int of, OptionalInt versus) {
    model.explain(OptionalInt.of(of), versus);
    select(of, versus.orElse(-1)); // the pressed tab stays selected
  }

  void show(ExplainedExample now) {
    Sight.show(this, !now.isRegression());
    if (now.isRegression()) {
      return;
    }
    predicted = now.predicted();
    int truth = words.trueClass(now);
    other = truth >= 0 && truth != predicted ? truth : second(now);
    String one = words.ofClass(now.data(), predicted);
    String two = words.ofClass(now.data(), other);
    tabs.get(0).setText(one);
    tabs.get(1).setText(two);
    tabs.get(2).setText(lang.say("reason.tab.versus", one, two));
    Sight.show(tabs.get(2), now.prediction().length > 1); // both are the same for a single logit
    select(now.of(), now.versus().orElse(-1));
  }

  private void select(int of, int versus) {
    tabs.get(0).setSelected(of == predicted && versus < 0);
    tabs.get(1).setSelected(of == other && versus < 0);
    tabs.get(2).setSelected(of == predicted && versus == other);
  }

  /** The most probable class that is not predicted. */
  private int second(ExplainedExample now) {
    return IntStream.range(0, now.data().dataset().classNames().size()).filter(c -> c != predicted)
        .reduce((best, c) -> words.probability(now, c) > words.probability(now, best) ? c : best).orElse(predicted);
  }
}
