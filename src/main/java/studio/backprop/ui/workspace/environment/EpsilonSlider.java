package studio.backprop.ui.workspace.environment;

import java.util.OptionalDouble;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Sight;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.workspace.run.Exploration;

/** Slider of ε during training; hidden without ε-greedy exploration. */
public final class EpsilonSlider extends HBox {
  /** Division by 100 gives 0.07 exactly; multiplication by 0.01 does not. */
  private static final double HUNDREDTHS = 100;
  private static final double COARSE = 0.1;
  private static final int DIGITS = 2;

  private final Exploration exploration;
  private final Lang lang;
  private final Slider slider = new Slider(0, 1, 0);
  private final Label number = new Label();
  private boolean following;

  public EpsilonSlider(Exploration exploration, String id, String title, Lang lang, Hints hints) {
    this.exploration = exploration;
    this.lang = lang;
    getStyleClass().add("epsilon");
    Label name = new Label();
    name.setMinWidth(Region.USE_PREF_SIZE);
    name.textProperty().bind(lang.bind(title));
    name.setLabelFor(slider);
    new Terms(lang).explain(name, "exploration");
    slider.setId(id);
    slider.setBlockIncrement(1 / HUNDREDTHS);
    slider.setMajorTickUnit(COARSE);
    slider.accessibleTextProperty().bind(lang.bind("agent.epsilon_now"));
    slider.setMinWidth(0);
    HBox.setHgrow(slider, Priority.ALWAYS);
    number.setMinWidth(Region.USE_PREF_SIZE);
    number.getStyleClass().add("strong");
    hints.explain(slider, "agent.epsilon_now.help");
    slider.valueProperty().subscribe((before, now) -> {
      if (!following) {
        double turned = Math.rint(now.doubleValue() * HUNDREDTHS) / HUNDREDTHS;
        number.setText(said(turned));
        exploration.set(turned);
      }
    });
    slider.valueChangingProperty().subscribe((before, now) -> {
      if (!now) {
        exploration.settle();
      }
    });
    getChildren().addAll(name, slider, number);
    exploration.onNews(this::show);
    lang.numbersProperty().subscribe(this::show);
    show();
  }

  private void show() {
    OptionalDouble now = exploration.now();
    Sight.show(this, now.isPresent());
    if (now.isPresent() && !slider.isValueChanging()) {
      following = true;
      slider.setValue(now.getAsDouble());
      number.setText(said(now.getAsDouble()));
      following = false;
    }
  }

  private String said(double value) {
    return lang.numbers().significant(value, DIGITS);
  }
}
