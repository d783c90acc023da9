package studio.backprop.ui.examples;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The inputs that a prediction rests on most, in one line: where it is too narrow names are shortened, and all numbers stay. */
final class WhyLine extends HBox {
  private static final double LEAST_NAME = 20;

  private final ExampleWords words;

  WhyLine(ExampleWords words) {
    this.words = words;
    getStyleClass().add("why-line");
    setMinWidth(0);
    setMouseTransparent(true);
  }

  void show(Why why) {
    getChildren().clear();
    List<ExampleWords.Reason> reasons = words.reasons(why);
    for (ExampleWords.Reason reason : reasons) {
      if (!getChildren().isEmpty()) {
        getChildren().add(whole(words.between(), "mut"));
      }
      Label name = new Label(reason.name());
      name.setMinWidth(LEAST_NAME);
      getChildren().addAll(name, whole(reason.number(), reason.raises() ? "raises" : "lowers"));
    }
  }

  private static Label whole(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }
}
