package studio.backprop.ui.design.designer.node;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Class probabilities of two runs in pairs of bars, A above B; B's prediction is emphasized. */
final class ClassPairs extends Region {
  private static final PseudoClass LARGEST = PseudoClass.getPseudoClass("largest");
  private static final double TOP = 1.5;
  private static final double LINE = 12.4;
  private static final double BAR = 5;
  private static final double MIN_NAME = 10;
  private static final double MAX_NAME = 44;

  private final List<Label> names = new ArrayList<>();
  private final List<Region> ofA = new ArrayList<>();
  private final List<Region> ofB = new ArrayList<>();
  private float[] a = {};
  private float[] b = {};

  ClassPairs(List<String> labels) {
    getStyleClass().add("class-pairs");
    setMouseTransparent(true);
    for (String label : labels) {
      Label name = new Label(label);
      name.getStyleClass().add("bar-name");
      names.add(name);
      ofA.add(bar("bar-a"));
      ofB.add(bar("bar-b"));
    }
    getChildren().addAll(names);
    getChildren().addAll(ofA);
    getChildren().addAll(ofB);
    getChildren().forEach(child -> child.setManaged(false));
  }

  private static Region bar(String style) {
    Region bar = new Region();
    bar.getStyleClass().add(style);
    return bar;
  }

  double height() {
    return names.size() * LINE;
  }

  void show(float[] sharesA, float[] sharesB) {
    a = sharesA;
    b = sharesB;
    int largest = 0;
    for (int i = 0; i < names.size(); i++) {
      largest = b[i] > b[largest] ? i : largest;
    }
    for (int i = 0; i < names.size(); i++) {
      names.get(i).pseudoClassStateChanged(LARGEST, i == largest);
    }
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double widest = names.stream().mapToDouble(name -> name.prefWidth(-1)).max().orElse(0);
    double nameWidth = Math.min(MAX_NAME, widest);
    double left = Math.ceil(Math.max(MIN_NAME, nameWidth)) + 4;
    double room = Math.max(0, getWidth() - left);
    for (int i = 0; i < names.size(); i++) {
      double top = i * LINE;
      Label name = names.get(i);
      double height = name.prefHeight(-1);
      name.resizeRelocate(0, top + (LINE - height) / 2, nameWidth, height);
      ofA.get(i).resizeRelocate(left, top + TOP, width(a, i, room), BAR);
      ofB.get(i).resizeRelocate(left, top + TOP + BAR, width(b, i, room), BAR);
    }
  }

  /** Minimum width of a line, so that a class with probability near 0 is visible. */
  private static double width(float[] shares, int at, double room) {
    double share = at < shares.length ? Math.max(0, Math.min(1, shares[at])) : 0;
    return Math.max(1, Math.rint(room * share));
  }
}
