package studio.backprop.ui.compare.landscape;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.landscape.LossMap;
import studio.backprop.ui.compare.comparison.VariantColour;
import studio.backprop.ui.compare.comparison.VariantTexts;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Token;

/**
 * Loss around the end of each variant along two filter-normalized random directions (Li et al. 2018), side by side with a common colour
 * scale, and the sharpness of each.
 */
final class MinimaMaps extends StackPane {
  /** Maximum number of large maps. */
  private static final int MAX_LARGE = 2;
  private static final PseudoClass FEW = PseudoClass.getPseudoClass("few");
  private static final double GAP = 8;
  private static final double UNDER = 40;
  /** Distance of the colour scale below the maps in px. */
  private static final double SCALE = 29;
  private static final double BAR = 120;
  private static final double BAR_HEIGHT = 8;
  private static final int BAR_STEPS = 60;

  private final LandscapeModel model;
  private final Lang lang;
  private final ThemeModel theme;
  private final Painting painting = new Painting(this::paint);
  private final Label nothing = new Label();
  private List<Optional<LossMap>> maps = List.of();
  private List<Optional<DrawnMap>> drawn = List.of();
  private List<MapPicture> pictures = List.of();

  MinimaMaps(LandscapeModel model, Lang lang, ThemeModel theme) {
    this.model = model;
    this.lang = lang;
    this.theme = theme;
    getStyleClass().add("end-maps");
    nothing.getStyleClass().addAll("note", "mut");
    nothing.setWrapText(true);
    getChildren().addAll(painting, nothing);
    setMinSize(0, 0);
    model.frameProperty().subscribe(this::redraw);
    theme.paletteProperty().subscribe(palette -> painting.repaint());
    lang.textsProperty().subscribe(texts -> redraw());
  }

  private void redraw() {
    boolean none = model.sheet().filter(sheet -> sheet.sharpness().stream().allMatch(Optional::isPresent))
        .filter(sheet -> sheet.around().stream().allMatch(Optional::isEmpty)).isPresent();
    nothing.setText(none ? lang.say("landscape.problem.random") : "");
    nothing.setVisible(none);
    pseudoClassStateChanged(FEW, model.trails().size() <= MAX_LARGE);
    setAccessibleText(model.sheet().stream().flatMap(sheet -> IntStream.range(0, sheet.sharpness().size()).boxed()
        .flatMap(variant -> sheet.sharpness().get(variant).stream().map(sharp -> lang.say(
            "landscape.ends.rise", VariantTexts.letter(variant), lang.numbers().significant(sharp.rise(), 2)))))
        .collect(Collectors.joining("; ")));
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    int variants = model.sheet().map(sheet -> sheet.around().size()).orElse(0);
    Palette palette = theme.palette();
    if (variants == 0 || nothing.isVisible()) {
      return;
    }
    if (pictures.size() != variants) {
      pictures = IntStream.range(0, variants).mapToObj(variant -> new MapPicture()).toList();
    }
    double side = Math.floor(Math.min((width - (variants - 1) * GAP) / variants, height - UNDER));
    if (side < 16) {
      return;
    }
    LossLandscapeState sheet = model.sheet().orElseThrow();
    prepare(sheet.around());
    for (int variant = 0; variant < variants; variant++) {
      double x = variant * (side + GAP);
      Optional<DrawnMap> map = drawn.get(variant);
      Color colour = VariantColour.of(palette, variant);
      if (map.isPresent()) {
        MapPlacement place = new MapPlacement(map.get(), x + 1, 1, side - 2, side - 2);
        pictures.get(variant).paint(g, place, palette);
        g.setFill(palette.color(Token.BG));
        g.fillRect(place.px(0) - 4, place.py(0) - 4, 8, 8);
        g.setFill(colour);
        g.fillRect(place.px(0) - 3, place.py(0) - 3, 6, 6);
      } else {
        g.setStroke(palette.color(Token.BORDER_SOFT));
        g.strokeRect(x + 0.5, 0.5, side - 1, side - 1);
      }
      g.setTextAlign(TextAlignment.LEFT);
      g.setTextBaseline(VPos.CENTER);
      g.setFill(colour);
      Painting.write(g, VariantTexts.letter(variant), x, side + 10);
      g.setFill(palette.color(Token.MUT));
      String sharp = sheet.sharpness().get(variant).map(one -> lang.numbers().aligned(one.rise(), 2)).orElse("…");
      Painting.write(g, sharp, x + 14, side + 10, side - 14);
    }
    drawn.stream().flatMap(Optional::stream).findFirst().ifPresent(map -> scale(g, map.reach(), width, side + SCALE, palette));
  }

  private void prepare(List<Optional<LossMap>> now) {
    if (!now.equals(maps)) {
      maps = now;
      List<Optional<DrawnMap>> own = now.stream().map(map -> map.map(DrawnMap::of)).toList();
      List<LossReach> reaches = own.stream().flatMap(Optional::stream).map(DrawnMap::reach).toList();
      drawn = reaches.isEmpty() ? own : own.stream().map(map -> map.map(one -> one.in(LossReach.common(reaches)))).toList();
    }
  }

  /** Common colour scale. */
  private void scale(GraphicsContext g, LossReach reach, double width, double y, Palette palette) {
    String low = lang.say("landscape.map.bar", lang.numbers().significant(reach.low(), 2));
    String high = lang.numbers().significant(reach.high(), 2);
    double left = Fonts.width(low, g.getFont()) + 6;
    double length = Math.min(BAR, width - left - 6 - Fonts.width(high, g.getFont()));
    g.setFill(palette.color(Token.SUBT));
    Painting.write(g, low, 0, y);
    Painting.write(g, high, left + length + 6, y);
    for (int i = 0; i < BAR_STEPS; i++) {
      g.setFill(palette.losses().color(i / (BAR_STEPS - 1.0)));
      g.fillRect(left + i * length / BAR_STEPS, y - BAR_HEIGHT / 2, length / BAR_STEPS + 0.5, BAR_HEIGHT);
    }
    g.setStroke(palette.color(Token.BORDER));
    g.setLineWidth(1);
    g.strokeRect(left - 0.5, y - BAR_HEIGHT / 2 - 0.5, length + 1, BAR_HEIGHT + 1);
  }
}
