package studio.backprop.ui.inside.lens.sheet;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Card below a heat map: text of the hovered element, and the colour scale. */
public final class SaidCard extends HBox {
  private final Label sentence = new Label();
  private final Label scale = new Label();

  public SaidCard() {
    getStyleClass().addAll("card", "said");
    sentence.setWrapText(true);
    sentence.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(sentence, Priority.ALWAYS);
    scale.getStyleClass().addAll("note", "mut");
    scale.setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(sentence, scale);
  }

  public void say(String words) {
    sentence.setText(words);
  }

  public void scale(String words) {
    scale.setText(words);
  }
}
