package studio.backprop.ui.design.designer.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.LargeTitle;
import studio.backprop.ui.workspace.environment.ActionScale;

/** Probabilities as bars with names and values; the largest is emphasized, and shown alone when zoomed out. */
final class ClassBars extends Region implements UnitPlaces {
  private static final PseudoClass LARGEST = PseudoClass.getPseudoClass("largest");
  private static final PseudoClass OTHER = PseudoClass.getPseudoClass("other");
  private static final PseudoClass TAKEN = PseudoClass.getPseudoClass("taken");
  private static final PseudoClass NEGATIVE = PseudoClass.getPseudoClass("negative");
  private static final PseudoClass SIMPLE = PseudoClass.getPseudoClass("simple");
  private static final double ALONE = 8;
  private static final double MIN_NAME = 10;
  private static final double MAX_NAME = 44;
  private static final double NUMBER = 48;
  private static final double MIN_BAR = 10;
  /** Between a bar and a long value. */
  private static final double MIN_GAP = 4;
  private static final double BAR = 7;
  /** Minimum length of a signed bar: a value of 0 stays visible. */
  private static final double MIN_SIGNED = 2;
  /** Relative to the font size; full-height scripts need it all. */
  private static final double LINE_HEIGHT = 1.4;

  private final List<Label> names = new ArrayList<>();
  private final List<Region> tracks = new ArrayList<>();
  private final List<Region> bars = new ArrayList<>();
  private final List<Text> numbers = new ArrayList<>();
  private final double line;
  private final List<String> words;
  /** Width and font for which names were shortened. */
  private double namedWidth;
  private Font namedFont;
  private float[] shares = {};
  /** Scale of an agent's action values; null for probabilities. */
  private ActionScale scale;
  private int largest;
  private boolean simple;

  /** @param line height of a line, in px */
  ClassBars(List<String> labels, double line) {
    this.line = line;
    getStyleClass().add("bars");
    words = List.copyOf(labels);
    for (String label : labels) {
      names.add(name(label));
      tracks.add(region("norm-track"));
      bars.add(region("norm-bar"));
      numbers.add(text("", "bar-number"));
    }
    getChildren().addAll(names);
    getChildren().addAll(tracks);
    getChildren().addAll(bars);
    getChildren().addAll(numbers);
    getChildren().forEach(child -> child.setManaged(false));
  }

  private Label name(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("bar-name");
    label.fontProperty().subscribe(font -> requestLayout()); // the zoom changes it, and styles come after layout
    return label;
  }

  private Text text(String words, String style) {
    Text text = new Text(words);
    text.getStyleClass().add(style);
    text.fontProperty().subscribe(font -> requestLayout());
    return text;
  }

  private static Region region(String style) {
    Region region = new Region();
    region.getStyleClass().add(style);
    return region;
  }

  /** @param written formatted values */
  void show(float[] values, List<String> written) {
    shares = values;
    largest = 0;
    for (int i = 0; i < names.size(); i++) {
      largest = values[i] > values[largest] ? i : largest;
    }
    for (int i = 0; i < names.size(); i++) {
      if (!numbers.get(i).getText().equals(written.get(i))) {
        numbers.get(i).setText(written.get(i));
      }
      names.get(i).pseudoClassStateChanged(LARGEST, i == largest);
      numbers.get(i).pseudoClassStateChanged(LARGEST, i == largest);
    }
    place();
  }

  /** Action values: bars from 0, the best one emphasized. */
  void show(ActionScale of, float[] values, List<String> written) {
    if (scale == null) {
      getStyleClass().add("actions");
    }
    scale = of;
    show(values, written);
    for (int i = 0; i < bars.size(); i++) {
      bars.get(i).pseudoClassStateChanged(OTHER, i != largest);
      bars.get(i).pseudoClassStateChanged(NEGATIVE, values[i] < 0);
    }
  }

  /**
   * Marks the action taken.
   *
   * @param taken its index; −1 if unknown
   */
  void mark(int taken) {
    for (int i = 0; i < tracks.size(); i++) {
      tracks.get(i).pseudoClassStateChanged(TAKEN, i == taken);
    }
  }

  /** Zoomed out, only the largest value is shown. */
  void simplify(boolean wanted) {
    simple = wanted;
    pseudoClassStateChanged(SIMPLE, simple);
    requestLayout();
  }

  @Override
  public int unitAt(double x, double y) {
    int at = simple ? largest : (int) Math.floor(y / line());
    return at < names.size() ? at : -1;
  }

  @Override
  public Optional<Box> placeOf(int unit) {
    return unit < names.size() && !simple ? Optional.of(new Box(0, unit * line(), getWidth(), line())) : Optional.empty();
  }

  /** Smaller than requested where the node is low, so that the last line keeps clear of its footer. */
  private double line() {
    return getHeight() <= 0 || names.isEmpty() ? line : Math.min(line, getHeight() / names.size());
  }

  private void place() {
    shorten();
    double line = line();
    double nameWidth = names.stream().mapToDouble(name -> name.prefWidth(-1)).max().orElse(0);
    double left = Math.ceil(Math.max(MIN_NAME, Math.min(mostName(), nameWidth))) + 4;
    double written = numbers.stream().mapToDouble(number -> number.getLayoutBounds().getWidth()).max().orElse(0);
    double width = Math.max(0, getWidth() - left - Math.max(NUMBER, written + MIN_GAP));
    for (int i = 0; i < names.size(); i++) {
      double middle = i * line + line / 2;
      double barTop = Math.rint(middle - BAR / 2);
      double height = names.get(i).prefHeight(-1);
      names.get(i).resizeRelocate(0, middle - height / 2, Math.min(mostName(), nameWidth), height);
      tracks.get(i).resizeRelocate(left, barTop, width, BAR);
      placeBar(i, left, barTop, width);
      double numberWidth = numbers.get(i).getLayoutBounds().getWidth();
      numbers.get(i).relocate(Math.rint(getWidth() - numberWidth), top(numbers.get(i), middle));
      show(i, !simple);
    }
    if (simple && !names.isEmpty()) {
      placeAlone();
    }
  }

  private void placeBar(int i, double left, double top, double width) {
    double value = i < shares.length ? shares[i] : 0;
    double share = scale == null ? Math.max(0, Math.min(1, value)) : scale.length(value);
    double wide = scale == null ? Math.rint(width * share) : Math.min(width, Math.max(MIN_SIGNED, Math.rint(width * share)));
    double from = scale == null ? 0 : Math.min(width - wide, Math.rint(width * scale.start(value)));
    bars.get(i).resizeRelocate(left + from, top, wide, BAR);
  }

  /** Shortens long names for the sake of the bars. */
  private void shorten() {
    if (names.isEmpty() || simple || getWidth() == namedWidth && names.get(0).getFont().equals(namedFont)) {
      return;
    }
    namedWidth = getWidth();
    namedFont = names.get(0).getFont();
    for (int i = 0; i < names.size(); i++) {
      names.get(i).setText(LargeTitle.fitted(names.get(i).getFont(), words.get(i), mostName()).orElse(words.get(i)));
    }
  }

  private double mostName() {
    return Math.max(MAX_NAME, getWidth() - NUMBER - MIN_BAR - 4);
  }

  private void show(int i, boolean shown) {
    names.get(i).setVisible(shown);
    tracks.get(i).setVisible(shown);
    bars.get(i).setVisible(shown);
    numbers.get(i).setVisible(shown);
  }

  private void placeAlone() {
    Label name = names.get(largest);
    Text number = numbers.get(largest);
    LargeTitle.write(name, LargeTitle.fitted(name.getFont(), words.get(largest), getWidth()));
    number.setVisible(true);
    namedWidth = 0;
    double line = Math.ceil(name.getFont().getSize() * LINE_HEIGHT);
    name.resizeRelocate(0, ALONE, getWidth(), line);
    number.relocate(0, ALONE + line);
  }

  private static double top(Text text, double middle) {
    return middle - text.getLayoutBounds().getHeight() / 2;
  }

  @Override
  protected void layoutChildren() {
    place();
  }
}
