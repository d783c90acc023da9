package studio.backprop.ui.design.designer.node;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.CanvasPlaces;
import studio.backprop.ui.design.designer.edit.LargeTitle;
import studio.backprop.ui.design.designer.edit.Wording;

/** Header of a node: layer type and name in one line, settings in the next. */
final class NodeHead {
  /** Top of the title when zoomed out. */
  static final double TITLE_TOP = 10;
  /** Gap between type and name; with more, the name of an input would be cut. */
  private static final double APART = 3;
  private static final double APART_OPEN = 4;
  private static final double FIRST_LINE = 9;
  private static final double FIRST_HEIGHT = 18;
  private static final double SECOND_LINE = 27;
  private static final double SECOND_HEIGHT = 16;

  private final double side;
  private final Label title = label("node-title");
  private final Label name = label("node-name");
  private final Label summary = label("node-summary");
  /** Tooltip area over shortened text. */
  private final Region shortened = new Region();
  private final Tooltip whole = new Tooltip();
  private String titleText = "";
  private String shortTitle = "";
  private String word = "";
  private String nameText = "";
  private String ownName = "";
  private String settingsText = "";
  private Optional<String> caption = Optional.empty();
  private String summaryText = "";

  /**
   * @param side margin to the edges of the node
   * @param wraps whether settings may take two lines
   */
  NodeHead(double side, boolean wraps) {
    this.side = side;
    name.setAlignment(Pos.CENTER_RIGHT);
    summary.setWrapText(wraps);
  }

  static Label label(String style) {
    Label label = new Label();
    label.getStyleClass().add(style);
    label.setMouseTransparent(true);
    return label;
  }

  /** Children for the node. */
  List<Region> parts() {
    return List.of(title, name, summary, shortened);
  }

  /** Changes with the zoom, and styles are applied after layout. */
  ObservableValue<Font> fontProperty() {
    return title.fontProperty();
  }

  /** Updates the text; a node without settings shows its name in their place. */
  void show(Wording wording, Network network, Analysis analysis, Node node) {
    String settings = wording.summary(analysis, node);
    word = wording.word(network, node);
    titleText = wording.kind(node);
    shortTitle = wording.shortKind(node);
    ownName = node.name();
    nameText = settings.isEmpty() ? "" : node.name();
    settingsText = settings.isEmpty() ? node.name() : settings;
    summaryText = caption.orElse(settingsText);
    write();
  }

  /**
   * Caption of the picture in place of the settings.
   *
   * @return whether it has changed
   */
  boolean caption(Optional<String> said) {
    if (said.equals(caption)) {
      return false;
    }
    caption = said;
    summaryText = caption.orElse(settingsText);
    summary.setText(summaryText);
    return true;
  }

  private void write() {
    title.setText(titleText);
    name.setText(nameText);
    summary.setText(summaryText);
  }

  /** @param full whether to show more than the title */
  void showDetail(boolean full) {
    title.setVisible(true);
    name.setVisible(full);
    summary.setVisible(full);
  }

  /**
   * Layout at full zoom; text that is too long is shortened, with a tooltip.
   *
   * @param taken width of a badge in the first line
   * @return whether the settings take two lines
   */
  boolean layout(double width, double taken) {
    String kind = LargeTitle.width(title.getFont(), titleText) <= width - taken ? titleText : shortTitle;
    title.setText(LargeTitle.fitted(title.getFont(), kind, width - taken).orElse(kind));
    double titleWidth = Math.min(width, LargeTitle.width(title.getFont(), title.getText()));
    title.resizeRelocate(side, FIRST_LINE, titleWidth, FIRST_HEIGHT);
    double nameWidth = width - titleWidth - APART - taken;
    boolean named = LargeTitle.write(name, nameText.isEmpty() ? Optional.empty() : LargeTitle.fitted(name.getFont(), nameText, nameWidth));
    name.resizeRelocate(side + titleWidth + APART, FIRST_LINE, Math.max(0, nameWidth), FIRST_HEIGHT);
    boolean twoLines = summary.isWrapText() && LargeTitle.width(summary.getFont(), summaryText) > width;
    summary.setText(twoLines ? summaryText : LargeTitle.fitted(summary.getFont(), summaryText, width).orElse(summaryText));
    summary.resizeRelocate(side, SECOND_LINE, width, twoLines ? 2 * SECOND_HEIGHT : SECOND_HEIGHT);
    explain(title.getText().equals(titleText) && (nameText.isEmpty() || named && name.getText().equals(nameText))
        && summary.getText().equals(summaryText), width - taken);
    return twoLines;
  }

  /** Tooltip of shortened text. */
  private void explain(boolean complete, double width) {
    Tooltip.uninstall(shortened, whole);
    shortened.setVisible(!complete);
    shortened.resizeRelocate(side, 8, width, 36);
    if (!complete) {
      whole.setText(Stream.of(titleText, nameText, summaryText).filter(words -> !words.isEmpty()).collect(Collectors.joining("\n")));
      Tooltip.install(shortened, whole);
    }
  }

  /** Centred above the units of an opened node. */
  void layoutOpen(double width, double taken) {
    shortened.setVisible(false);
    write();
    double titleWidth = Math.min(width, Math.ceil(title.prefWidth(-1)));
    double nameWidth = Math.ceil(name.prefWidth(-1));
    boolean both = titleWidth + APART_OPEN + nameWidth <= width - taken;
    double left = side + (width - titleWidth - (both ? nameWidth + APART_OPEN : 0)) / 2;
    title.resizeRelocate(left, FIRST_LINE, titleWidth, FIRST_HEIGHT);
    name.setVisible(both);
    name.resizeRelocate(left + titleWidth + APART_OPEN, FIRST_LINE, nameWidth, FIRST_HEIGHT);
    double summaryWidth = Math.min(width, Math.ceil(summary.prefWidth(-1)));
    summary.resizeRelocate(side + (width - summaryWidth) / 2, SECOND_LINE, summaryWidth, SECOND_HEIGHT);
  }

  /**
   * Zoomed out: only the title, in large letters.
   *
   * @return whether it fits the lines
   */
  boolean layoutLarge(double width, int lines) {
    shortened.setVisible(false);
    Font font = title.getFont();
    boolean said = lines > 1 ? LargeTitle.write(title, LargeTitle.broken(font, word, width, lines)
        .or(() -> LargeTitle.broken(font, shortTitle, width, lines)))
        : LargeTitle.write(title, inOne(font, width));
    double high = LargeTitle.height(font) * Math.max(1, title.getText().lines().count());
    title.resizeRelocate(side, TITLE_TOP - 2, width, high);
    return said;
  }

  /** Title in one or two lines if it fits, otherwise the name of the node, shortened if need be. */
  private Optional<String> inOne(Font font, double width) {
    return Stream.of(word, shortTitle).filter(words -> LargeTitle.width(font, words) <= width).findFirst()
        .or(() -> LargeTitle.broken(font, shortTitle, width, 2).filter(lines -> !lines.contains(LargeTitle.GAP)))
        .or(() -> Optional.of(ownName).filter(words -> LargeTitle.width(font, words) <= width))
        .or(() -> LargeTitle.fitted(font, shortTitle, width));
  }

  double titleBottom() {
    return title.getLayoutY() + title.getHeight();
  }

  /** The title of a narrow node stands above it, clear of adjacent titles. */
  void standOver(double width) {
    Font font = title.getFont();
    double high = LargeTitle.height(font);
    double wide = LargeTitle.width(font, word);
    if (high <= CanvasPlaces.ABOVE && wide <= width + 2 * Anatomy.GAP) {
      title.setText(word);
      title.setVisible(true);
      title.resizeRelocate((width - wide) / 2, -high, wide, high);
    }
  }
}
