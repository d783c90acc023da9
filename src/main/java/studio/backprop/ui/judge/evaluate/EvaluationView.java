package studio.backprop.ui.judge.evaluate;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Scrolled;

/** Tab of the evaluation page: its part of the common head, and its body. */
public abstract class EvaluationView {
  protected final Lang lang;
  protected final Hints hints;
  private List<Node> head;
  private Region body;

  protected EvaluationView(Lang lang, Hints hints) {
    this.lang = lang;
    this.hints = hints;
  }

  protected final void compose(List<Node> controls, Region content) {
    head = controls;
    body = content;
  }

  /** Controls from the tabs to the right edge; one of them grows. */
  final List<Node> head() {
    return head;
  }

  /** Receives keys that none of its controls consumes. */
  final Region body() {
    return body;
  }

  /** Pushes the controls that follow to the right edge. */
  protected static Region gap() {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /** As {@link CopyCsvButton}; a narrow head leaves it out. */
  protected final Node copyButton(String page, ObservableValue<Boolean> lacks, Supplier<String> csv) {
    CopyCsvButton copy = new CopyCsvButton(lang, hints, page, lacks, csv);
    copy.getStyleClass().add(EvaluationPage.WIDE_ONLY);
    return copy;
  }

  /** Right column. */
  protected static ScrollPane side(Region content, String... styles) {
    ScrollPane side = Scrolled.upright(content);
    side.getStyleClass().add("side-scroll");
    side.getStyleClass().addAll(styles);
    return side;
  }
}
