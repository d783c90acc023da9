package studio.backprop.ui.kit;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.text.Text;

/** Label with several wordings: shows the longest that fits, and nothing if none does. Never truncates. */
public final class FittedLine extends Label {
  private final Text measure = new Text();
  private List<String> choices = List.of();

  public FittedLine() {
    setMinWidth(0);
    setMaxWidth(Double.MAX_VALUE);
    widthProperty().subscribe(this::choose);
    fontProperty().subscribe(this::choose);
    paddingProperty().subscribe(this::choose);
  }

  public void say(List<String> choices) {
    if (!this.choices.equals(choices)) {
      this.choices = List.copyOf(choices);
      requestLayout();
      choose();
    }
  }

  /** The longest wording, whether or not it fits. */
  public String whole() {
    return choices.isEmpty() ? "" : choices.get(0);
  }

  private void choose() {
    double room = Math.ceil(getWidth() - snappedLeftInset() - snappedRightInset());
    setText(choices.stream().filter(choice -> width(choice) <= room).findFirst().orElse(""));
  }

  private double width(String text) {
    measure.setFont(getFont());
    measure.setText(text);
    return Math.ceil(measure.getLayoutBounds().getWidth());
  }

  @Override
  protected double computePrefWidth(double height) {
    return snapSizeX(width(whole()) + snappedLeftInset() + snappedRightInset());
  }
}
