package studio.backprop.ui.inside.lens.link;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.backprop.layer.Layer;
import studio.backprop.layer.Ties;
import studio.backprop.network.Node;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.observe.SingleLayerRun;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.inside.lens.sheet.GeneralInside;
import studio.backprop.ui.inside.lens.sheet.InsideView;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.LensModel.Quantity;
import studio.backprop.ui.inside.lens.sheet.SaidCard;
import studio.backprop.ui.inside.lens.sheet.TensorCard;
import studio.backprop.ui.inside.lens.sheet.TensorPicture;
import studio.backprop.ui.kit.Labels;
import studio.backprop.ui.kit.Token;

/** Inside view of an op with a sparse dependency between input and output elements: hovering an element shows its sources or targets. */
public final class LinkInside implements InsideView {
  private static final double START = 460;
  /** Room beside and above the cells: an operator with its gaps; the text and a name. Below may be pager buttons. */
  private static final double SIGN = 68;
  private static final double SIGN_HALF = 12;
  private static final double AROUND = 48;
  private static final double ABOVE = 124;
  private static final double PAGER = 36;
  private static final int MAX_MARKS = 128;

  private final LensDesk desk;
  private final Function<NodeTrace, Links> link;
  private final HBox grids = new HBox();
  private final SaidCard said = new SaidCard();
  private final ScrollPane scroll;
  private final List<TensorCard> inputs = new ArrayList<>();
  private final List<Label> signs = new ArrayList<>();
  /** Inputs and output. */
  private List<TensorCard> picture = List.of();
  private final TensorCard output;
  private NodeTrace look;
  private Links links;
  private Ties ties;
  /** Output element of the text; negative for none. */
  private int spoken = -1;
  /** Size of the output. */
  private int answers;
  /** Whether nothing was hovered yet. */
  private boolean untouched = true;

  private LinkInside(LensDesk desk, Function<NodeTrace, Links> link) {
    this.desk = desk;
    this.link = link;
    output = new TensorCard(desk, START, START);
    output.pointedProperty().subscribe(index -> index.ifPresent(this::fromOutput));
    grids.getStyleClass().add("grids");
    VBox all = new VBox(said, grids);
    all.getStyleClass().add("links");
    scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.widthProperty().subscribe(this::room);
    scroll.heightProperty().subscribe(this::room);
  }

  /** Fits the cards into the window. Its size counts, not what scroll bars leave: they would come and go. */
  private void room() {
    if (scroll.getWidth() > 0 && look != null) {
      double rest = ABOVE + (picture.stream().anyMatch(TensorCard::pages) ? PAGER : 0);
      TensorPicture.share(picture, scroll.getWidth() - AROUND - SIGN * inputs.size(), scroll.getHeight() - rest);
      said.scale(output.scale());
      double middle = picture.stream().mapToDouble(TensorCard::middle).min().orElse(0);
      signs.forEach(sign -> sign.setTranslateY(middle - SIGN_HALF));
    }
  }

  /** For a layer that only permutes values; the general view where it does more. */
  public static InsideView moving(LensDesk desk, Layer layer, NodeTrace look) {
    return SingleLayerRun.of(layer, shapes(look)).flatMap(SingleLayerRun::route)
        .<InsideView>map(route -> new LinkInside(desk, now -> new RouteLinks(now, route)))
        .orElseGet(() -> new GeneralInside(desk));
  }

  /** For elementwise merges. */
  public static InsideView meeting(LensDesk desk) {
    return new LinkInside(desk, MeetLinks::of);
  }

  /** For Gaussian sampling. */
  public static InsideView drawing(LensDesk desk) {
    return new LinkInside(desk, SampleLinks::of);
  }

  /** For a pool over windows of images, or over a whole axis or map. */
  public static InsideView pooling(LensDesk desk, Layer layer, NodeTrace look) {
    return new LinkInside(desk, last(look).sweeps().isEmpty() ? now -> new OfManyLinks(last(now), layer.ties(shapes(now)))
        : now -> new PoolLinks(last(now)));
  }

  private static List<Shape> shapes(NodeTrace look) {
    return look.given().stream().map(Tensors::shape).toList();
  }

  /** For a graph pool: kept nodes, or the edges between them. */
  public static InsideView keeping(LensDesk desk) {
    return new LinkInside(desk, KeepLinks::of);
  }

  /** For a softmax. */
  public static InsideView sharing(LensDesk desk) {
    return new LinkInside(desk, ShareLinks::of);
  }

  /** For a pool over all time steps or all nodes. */
  public static InsideView overTime(LensDesk desk) {
    return new LinkInside(desk, OverTimeLinks::of);
  }

  private static OpLook last(NodeTrace look) {
    return look.example().get(look.example().size() - 1);
  }

  @Override
  public Region region() {
    return scroll;
  }

  @Override
  public void show(Node node, NodeTrace seen) {
    boolean change = desk.model().quantityProperty().get() == Quantity.CHANGE;
    NodeTrace now = change ? seen.judged() : seen; // each step has another batch: only the example can be compared
    look = now;
    links = link.apply(now);
    ties = node.layer().ties(shapes(now));
    List<Tensors> streams = links.streams(now);
    if (inputs.size() != streams.size()) {
      build(streams.size());
    }
    Optional<NodeTrace> before = desk.model().before();
    List<Tensors> earlier = before.map(then -> link.apply(then).streams(then)).filter(then -> then.size() == streams.size()).orElse(null);
    List<TensorPicture.Shown> shown = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      inputs.get(i).summed(links.summed(i));
      TensorPicture.Shown stream = new TensorPicture.Shown(inputs.get(i), name(i), streams.get(i), earlier == null ? null : earlier.get(i));
      if (links.apart(i)) {
        TensorPicture.alone(desk, stream);
      } else {
        shown.add(stream);
      }
    }
    Tensors earlierAnswer = before.map(then -> link.apply(then).answer(then)).orElse(null);
    shown.add(new TensorPicture.Shown(output, desk.lang().say("lens.output"), links.answer(now), earlierAnswer));
    TensorPicture.show(desk, shown);
    if (answers != links.answer(now).values().length) {
      answers = links.answer(now).values().length;
      forget();
    }
    room();
    if (untouched) {
      ringDeciding();
    } else if (spoken >= 0) {
      said.say(links.sentence(desk, spoken));
    }
  }

  /** Indices of another size are invalid. */
  private void forget() {
    untouched = true;
    spoken = -1;
    picture.forEach(card -> card.ring(new int[0], Token.GROUP_CONVOLUTION));
  }

  private void ringDeciding() {
    boolean any = false;
    for (int i = 0; i < inputs.size(); i++) {
      int[] deciding = links.deciding(i);
      inputs.get(i).ring(deciding, Token.TERM_RIM);
      any |= deciding.length > 0;
    }
    said.say(desk.lang().say(any ? "lens.link.hover.deciding" : "lens.link.hover"));
  }

  private String name(int inlet) {
    return links.name(inlet).map(desk.lang()::say)
        .orElseGet(() -> inputs.size() == 1 ? desk.lang().say("lens.input") : desk.lang().say("lens.input_of", inlet + 1));
  }

  private void build(int count) {
    inputs.clear();
    signs.clear();
    grids.getChildren().clear();
    for (int i = 0; i < count; i++) {
      int inlet = i;
      TensorCard card = new TensorCard(desk, START, START);
      card.pointedProperty().subscribe(index -> index.ifPresent(place -> fromInput(inlet, place)));
      inputs.add(card);
      Label sign = Labels.whole(i + 1 < count ? links.sign() : "→", "mut", "sign");
      signs.add(sign);
      grids.getChildren().addAll(card, sign);
    }
    grids.getChildren().add(output);
    picture = Stream.concat(inputs.stream(), Stream.of(output)).toList();
  }

  private void fromOutput(int place) {
    untouched = false;
    List<Links.Source> sources = links.sources(place);
    OptionalInt winner = links.winner(place);
    for (int inlet = 0; inlet < inputs.size(); inlet++) {
      int at = inlet;
      int[] all = sources.stream().filter(source -> source.inlet() == at).mapToInt(Links.Source::place).toArray();
      inputs.get(inlet).mark(all, winner.isPresent() ? OptionalInt.of(sources.get(winner.getAsInt()).place()) : OptionalInt.empty(),
          Token.GROUP_CONVOLUTION);
    }
    output.mark(new int[] {place}, OptionalInt.empty(), Token.GROUP_CONVOLUTION);
    spoken = place;
    said.say(links.sentence(desk, place));
  }

  /** Targets of an input element: all that have it as a source. */
  private void fromInput(int inlet, int place) {
    Links.Source wanted = new Links.Source(inlet, place);
    untouched = false;
    int[] targets = links.targets(inlet, place)
        .orElseGet(() -> answers(inlet, place).filter(out -> links.sources(out).contains(wanted)).limit(MAX_MARKS).toArray());
    output.mark(targets, OptionalInt.empty(), Token.GROUP_CONVOLUTION);
    inputs.get(inlet).mark(new int[] {place}, OptionalInt.empty(), Token.GROUP_CONVOLUTION);
    boolean wins = Arrays.stream(targets).anyMatch(out ->
        links.winner(out).isEmpty() || links.sources(out).get(links.winner(out).getAsInt()).equals(wanted));
    spoken = wins && targets.length > 0 ? targets[0] : -1;
    said.say(targets.length == 0 ? desk.lang().say("lens.link.nowhere")
        : wins ? links.sentence(desk, targets[0]) : desk.lang().say("lens.link.loses"));
  }

  private IntStream answers(int inlet, int place) {
    BitSet number = new BitSet();
    number.set(place);
    return ties.answers(inlet, number).stream();
  }
}
