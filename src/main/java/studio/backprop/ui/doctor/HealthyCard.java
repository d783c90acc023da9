package studio.backprop.ui.doctor;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.backprop.train.doctor.Finding.Kind;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Nothing is wrong, and what that means: all that was looked at. */
final class HealthyCard extends VBox {
  private final Lang lang;
  private final Label head = new Label(null, Icon.OK.view());

  HealthyCard(Lang lang, long step) {
    this.lang = lang;
    getStyleClass().addAll("card", "healthy");
    head.getStyleClass().addAll("strong", "ok");
    VBox checked = new VBox();
    checked.getStyleClass().add("checked");
    for (Kind kind : Kind.values()) {
      Label line = new Label(lang.say(kind.fine()), Icon.CHECK.view());
      line.setWrapText(true);
      checked.getChildren().add(line);
    }
    getChildren().addAll(head, checked);
    say(step);
  }

  void say(long step) {
    head.setText(lang.say("doctor.healthy", step));
  }
}
