package studio.backprop.ui.watch.plots;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import studio.backprop.observe.Snapshot;
import studio.backprop.train.agent.AgentSnapshot;
import studio.backprop.train.agent.EpisodeCurves;
import studio.backprop.ui.kit.Coordinates;
import studio.backprop.ui.kit.Fonts;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Legend;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Readout;
import studio.backprop.ui.kit.Span;
import studio.backprop.ui.kit.Terms;
import studio.backprop.ui.kit.ThemeModel;
import studio.backprop.ui.kit.Titled;
import studio.backprop.ui.kit.Token;
import studio.backprop.ui.workspace.run.RunHistory;

/**
 * Return of each episode of an agent, mean of the last hundred, return of greedy evaluations, and the threshold of a solved task; over
 * environment steps.
 */
final class ReturnView extends PlotView {
  /** Maximum number of dots. */
  private static final int MOST = 1200;
  private static final double DOT = 3;
  /** Opacity of overlapping dots: darker where there are many. */
  private static final double DOTS = 0.7;
  /** Opacity of the run before. */
  private static final double BEFORE = 0.5;
  private static final double MARK = 6;
  private static final double DASH = 5;
  /** Line height. */
  private static final double ROOM = 18;
  /** Minimum width to label the newest value beside the legend. */
  private static final double WORDS = 420;
  /** Opacity of the background of a label. */
  private static final double GROUND = 0.85;
  private static final int DIGITS = 4;
  /** Share of episodes that may be below the plot. */
  private static final double RARE = 0.03;

  private final PlotsModel plots;
  private final PushMarks marks;
  private final CurveTexts words;
  private final Painting painting = new Painting(this::paint);
  private final Readout readout = new Readout();
  private final Label waiting = new Label();
  private final Label latest = new Label();
  /** Latest snapshots of this run, and of the run before, possibly the branch that was left; null for none. */
  private AgentSnapshot seen;
  private AgentSnapshot earlier;
  /** This run, and the one before; null for none. */
  private RunHistory mine;
  private RunHistory left;
  /** Number of opened projects when the run began. */
  private int opened;

  ReturnView(PlotsModel plots, Lang lang, ThemeModel theme) {
    super(plots, lang, theme, "curve");
    this.plots = plots;
    this.marks = new PushMarks(plots.run(), lang);
    this.words = new CurveTexts(plots.loss(), lang);
    waiting.textProperty().bind(lang.bind(waitingFor(plots, "plots.empty_return")));
    waiting.getStyleClass().add("waiting");
    waiting.setMouseTransparent(true);
    latest.getStyleClass().addAll("strong", "note", "accent");
    latest.setMinWidth(USE_PREF_SIZE);
    Hints hints = new Hints(lang);
    hints.describe(latest, "plots.return_mean.help");
    plots.output().ownProperty().subscribe(this::ask);
    plots.run().runProperty().subscribe((before, now) -> {
      boolean learned = seen != null && seen.episodes().count() > 1;
      earlier = opened != plots.run().openingsProperty().get() ? null : learned ? seen : earlier; // nothing of another project
      opened = plots.run().openingsProperty().get();
      left = learned ? mine : left;
      seen = null;
    });
    StackPane place = PlotInteraction.pane(painting, readout, this::read, press -> painting.requestFocus(), key -> { });
    place.getChildren().add(1, waiting);
    Terms terms = new Terms(lang);
    Legend legend = new Legend()
        .add(Legend.Mark.DOT, Token.ACCENT_TEXT, lang.bind("plots.return_episode")).meaning(terms, "episode")
        .add(Legend.Mark.LINE, Token.ACCENT_TEXT, lang.bind("plots.return_mean")).help(hints, "plots.return_mean.help")
        .add(Legend.Mark.DASHED, Token.GRADIENT, lang.bind("plots.return_greedy")).help(hints, "plots.return_greedy.help");
    getChildren().add(new Titled(lang.bind("plots.return"), place).meaning(terms, "return").lead(legend).action(latest));
  }

  private Optional<AgentSnapshot> sight() {
    return plots.run().snapshot().flatMap(Snapshot::agent);
  }

  private Optional<EpisodeCurves> curves() {
    return sight().map(AgentSnapshot::episodes).filter(episodes -> episodes.count() + episodes.looks() > 0);
  }

  /** The run before this one, in the same environment. */
  private Optional<AgentSnapshot> earlier() {
    return Optional.ofNullable(earlier).filter(before -> sight().filter(now -> now.world().id().equals(before.world().id())).isPresent());
  }

  @Override
  void repaint() {
    Optional<EpisodeCurves> episodes = curves();
    seen = sight().filter(now -> seen == null || now.taken() >= seen.taken()).orElse(seen);
    mine = plots.run().history();
    waiting.setVisible(episodes.isEmpty());
    latest.setText(episodes.filter(known -> known.count() > 0)
        .map(known -> lang.numbers().significant(known.mean(known.count() - 1), DIGITS))
        .map(mean -> getWidth() > WORDS ? lang.say("plots.return_latest", mean) : mean).orElse(""));
    painting.repaint();
    painting.setAccessibleText(episodes.map(this::summary).orElse(""));
  }

  private String summary(EpisodeCurves episodes) {
    return lang.say("plots.return_summary", episodes.count(),
        said(episodes.count() == 0 ? Double.NaN : episodes.mean(episodes.count() - 1)),
        said(episodes.looks() == 0 ? Double.NaN : episodes.look(episodes.looks() - 1)));
  }

  private String said(double value) {
    return Double.isNaN(value) ? "–" : lang.numbers().significant(value, DIGITS);
  }

  private Coordinates plane(EpisodeCurves episodes, double width, double height) {
    Span across = new Span();
    across.add(0);
    across.add(Math.max(1, sight().orElseThrow().taken()));
    if (plots.run().branches().all().size() > 1) {
      earlier().ifPresent(left -> across.add(left.taken())); // of a branch, both futures are visible
    }
    Span up = new Span();
    up.add(0);
    earlier().ifPresent(before -> up.add(before.episodes().mean(before.episodes().count() - 1)));
    up.add(episodes.count() == 0 ? 0 : lowest(episodes));
    for (int i = 0; i < episodes.count(); i++) {
      up.add(Math.max(up.low(), episodes.returned(i)));
    }
    for (int i = 0; i < episodes.looks(); i++) {
      up.add(episodes.look(i));
    }
    if (Double.isFinite(solved())) {
      up.add(solved());
    }
    plots.output().ownProperty().get().forEach(own -> up.add(Math.max(up.low(), own.returned())));
    return Coordinates.small(across, up, width, height);
  }

  /** A low quantile of returns: in some environments the first episodes are so long that they would flatten the rest. */
  private static double lowest(EpisodeCurves episodes) {
    double[] all = new double[episodes.count()];
    for (int i = 0; i < all.length; i++) {
      all[i] = episodes.returned(i);
    }
    Arrays.sort(all);
    return all[(int) (all.length * RARE)];
  }

  private double solved() {
    return sight().map(seen -> seen.world().solved()).orElse(Double.NaN);
  }

  private void paint(GraphicsContext g, double width, double height) {
    Optional<EpisodeCurves> known = curves();
    if (known.isEmpty()) {
      empty(g, width, height);
      return;
    }
    EpisodeCurves episodes = known.get();
    Coordinates plane = plane(episodes, width, height);
    if (!plane.fits()) {
      return;
    }
    Palette palette = theme.palette();
    plane.paint(g, palette, lang.numbers(), lang.say("plots.return_steps"), "");
    solvedLine(g, plane, palette);
    g.save();
    g.beginPath();
    g.rect(plane.left(), plane.top(), plane.right() - plane.left(), plane.bottom() - plane.top());
    g.clip();
    g.setGlobalAlpha(DOTS);
    dots(g, plane, episodes, palette.color(Token.ACCENT_TEXT));
    g.setGlobalAlpha(BEFORE);
    earlier().ifPresent(before -> mean(g, plane, before.episodes(), palette.color(Token.ACCENT_TEXT)));
    g.setGlobalAlpha(1);
    mean(g, plane, episodes, palette.color(Token.ACCENT_TEXT));
    greedy(g, plane, episodes, palette);
    marks.paint(g, plane, palette.color(Token.TIME));
    g.restore();
    earlier().ifPresent(before -> named(g, plane, before.episodes(), palette));
    own(g, plane, palette);
    solvedWord(g, plane, palette);
  }

  /** Axes up to the solved threshold, before the first episode. */
  private void empty(GraphicsContext g, double width, double height) {
    Span across = new Span();
    across.add(0);
    across.add(1);
    Span up = new Span();
    up.add(0);
    up.add(Double.isFinite(solved()) ? solved() : 1);
    Coordinates plane = Coordinates.small(across, up, width, height);
    if (plane.fits()) {
      plane.paint(g, theme.palette(), lang.numbers(), lang.say("plots.return_steps"), "");
    }
  }

  /** Labels the run before, where its line leaves the plot or ends. */
  private void named(GraphicsContext g, Coordinates plane, EpisodeCurves before, Palette palette) {
    int last = before.count() - 1;
    while (last > 0 && plane.x(before.end(last)) > plane.right()) {
      last--;
    }
    double y = Math.max(plane.top() + ROOM, Math.min(plane.bottom() - MARK, plane.y(before.mean(last)) + ROOM));
    g.setFill(palette.color(Token.MUT));
    g.setTextAlign(TextAlignment.RIGHT);
    String name = left == null || left.number() == 0 ? lang.say("plots.return_before") : words.run(left);
    Painting.write(g, name, Math.min(plane.right(), plane.x(before.end(last))) - 4, y);
    g.setTextAlign(TextAlignment.LEFT);
  }

  /** Returns of the user, the last one labelled. */
  private void own(GraphicsContext g, Coordinates plane, Palette palette) {
    List<OwnEpisode> own = plots.output().ownProperty().get();
    g.setFill(palette.color(Token.TIME));
    for (OwnEpisode episode : own) {
      double x = plane.x(episode.taken());
      double y = Math.min(plane.bottom(), plane.y(episode.returned()));
      g.fillPolygon(new double[] {x - MARK, x, x + MARK, x}, new double[] {y, y - MARK, y, y + MARK}, 4);
    }
    if (!own.isEmpty()) {
      OwnEpisode last = own.get(own.size() - 1);
      boolean right = plane.x(last.taken()) > (plane.left() + plane.right()) / 2;
      g.setTextAlign(right ? TextAlignment.RIGHT : TextAlignment.LEFT);
      Painting.write(g, lang.say("plots.own_return", lang.numbers().significant(last.returned(), DIGITS)),
          plane.x(last.taken()) + (right ? -MARK - 3 : MARK + 3), Math.min(plane.bottom(), plane.y(last.returned())) - MARK);
      g.setTextAlign(TextAlignment.LEFT);
    }
  }

  private void solvedLine(GraphicsContext g, Coordinates plane, Palette palette) {
    double y = plane.y(solved());
    g.setStroke(palette.color(Token.OK));
    g.setLineWidth(1);
    g.setLineDashes(DASH, DASH);
    g.strokeLine(plane.left(), y, plane.right(), y);
    g.setLineDashes();
  }

  /** At the right end of its line, with a background, as curves may overlap. */
  private void solvedWord(GraphicsContext g, Coordinates plane, Palette palette) {
    double y = plane.y(solved());
    String word = lang.say("plots.solved", lang.numbers().significant(solved(), DIGITS));
    boolean reached = curves().filter(known -> known.looks() > 0 && known.look(known.looks() - 1) >= solved()).isPresent();
    boolean over = y - plane.top() > ROOM && !reached; // where the newest points are above it, the label is below
    double wide = Fonts.width(word, g.getFont());
    g.setFill(palette.color(Token.BG));
    g.setGlobalAlpha(GROUND);
    g.fillRoundRect(plane.right() - wide - 8, over ? y - ROOM : y + 1, wide + 8, ROOM - 1, 6, 6);
    g.setGlobalAlpha(1);
    g.setFill(palette.color(Token.OK_SOFT_TEXT));
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(over ? VPos.BOTTOM : VPos.TOP);
    Painting.write(g, word, plane.right() - 4, over ? y - 3 : y + 3);
    g.setTextBaseline(VPos.BASELINE);
    g.setTextAlign(TextAlignment.LEFT);
  }

  private static void dots(GraphicsContext g, Coordinates plane, EpisodeCurves episodes, Color color) {
    g.setFill(color);
    int each = episodes.count() / MOST + 1;
    for (int i = 0; i < episodes.count(); i += each) {
      g.fillOval(plane.x(episodes.end(i)) - DOT / 2, plane.y(episodes.returned(i)) - DOT / 2, DOT, DOT);
    }
  }

  private static void mean(GraphicsContext g, Coordinates plane, EpisodeCurves episodes, Color color) {
    if (episodes.count() == 0) {
      return;
    }
    g.setStroke(color);
    g.setLineWidth(2);
    g.beginPath();
    int each = episodes.count() / MOST + 1;
    for (int i = 0; i < episodes.count(); i += each) {
      double x = plane.x(episodes.end(i));
      double y = plane.y(episodes.mean(i));
      if (i == 0) {
        g.moveTo(x, y);
      } else {
        g.lineTo(x, y);
      }
    }
    g.stroke();
  }

  private static void greedy(GraphicsContext g, Coordinates plane, EpisodeCurves episodes, Palette palette) {
    double[] xs = new double[episodes.looks()];
    double[] ys = new double[episodes.looks()];
    for (int i = 0; i < xs.length; i++) {
      xs[i] = plane.x(episodes.lookedAt(i));
      ys[i] = plane.y(episodes.look(i));
    }
    g.setStroke(palette.color(Token.GRADIENT));
    g.setLineWidth(1.5);
    g.setLineDashes(DASH, 3);
    g.strokePolyline(xs, ys, xs.length);
    g.setLineDashes();
    g.setFill(palette.color(Token.BG));
    for (int i = 0; i < xs.length; i++) {
      g.fillOval(xs[i] - MARK / 2, ys[i] - MARK / 2, MARK, MARK);
      g.strokeOval(xs[i] - MARK / 2, ys[i] - MARK / 2, MARK, MARK);
    }
  }

  /** The episode whose end is nearest to the mouse. */
  private void read(MouseEvent place) {
    readout.hide();
    curves().filter(known -> known.count() > 0).ifPresent(episodes -> {
      Coordinates plane = plane(episodes, painting.getWidth(), painting.getHeight());
      int best = 0;
      for (int i = 1; i < episodes.count(); i++) {
        boolean nearer = Math.abs(plane.x(episodes.end(i)) - place.getX()) < Math.abs(plane.x(episodes.end(best)) - place.getX());
        best = nearer ? i : best;
      }
      String episode = lang.say("plots.return_reading", best + 1, said(episodes.returned(best)), said(episodes.mean(best)));
      readout.showAt(place.getX(), place.getY(), painting.getWidth(), painting.getHeight(), marks.at(plane, place.getX()).orElse(episode));
    });
  }
}
