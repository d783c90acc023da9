package studio.backprop.ui.design.designer.edit;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerType;
import studio.backprop.network.FittingLayer;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.network.block.Block;
import studio.backprop.tensor.Shape;

/** Choice of a layer at the loose end of a wire that was dropped on the empty canvas. */
public final class ChooseLayer implements Conversation, LayerChoice {
  private final DesignerModel model;
  private final Optional<Draft> wire;
  private final Optional<Wire> into;
  private final double x;
  private final double y;
  private Optional<FittingLayer> chosen = Optional.empty();
  private Optional<Block> chosenBlock = Optional.empty();

  private ChooseLayer(DesignerModel model, Optional<Draft> wire, Optional<Wire> into, double x, double y) {
    this.model = model;
    this.wire = wire;
    this.into = into;
    this.x = x;
    this.y = y;
  }

  /** For the loose end of a wire. */
  static void at(DesignerModel model, Draft wire) {
    open(new ChooseLayer(model, Optional.of(wire), Optional.empty(), wire.x(), wire.y()));
  }

  /** For a place without a wire. */
  public static void at(DesignerModel model, double x, double y) {
    open(new ChooseLayer(model, Optional.empty(), Optional.empty(), x, y));
  }

  /** For insertion into a wire. */
  public static void within(DesignerModel model, Wire wire) {
    WireCurve course = model.places().curve(wire);
    open(new ChooseLayer(model, Optional.empty(), Optional.of(wire), course.x(0.5), course.y(0.5)));
  }

  /** By key: into the selected wire, after the selected node, or in the middle of the view. */
  public static void byKey(DesignerModel model) {
    Optional<Wire> selected = model.selectedWireProperty().get();
    if (selected.isPresent()) {
      within(model, selected.get());
      return;
    }
    Optional<Node> node = model.document().selectedNode().map(model.network()::node).filter(n -> !model.network().outputs().contains(n));
    if (node.isPresent()) {
      double x = model.places().outX(node.get()) + 2 * Anatomy.GAP;
      at(model, Draft.loose(node.get().id(), true, x, model.places().portY(node.get())));
    } else {
      Camera camera = model.camera();
      at(model, camera.canvasX(camera.window().centerX()), camera.canvasY(camera.window().centerY()));
    }
  }

  private static void open(ChooseLayer choice) {
    choice.model.hand().begin(choice);
    choice.model.hand().draft(choice.wire);
    choice.model.hand().choose(Optional.of(choice));
  }

  @Override
  public Optional<Draft> wire() {
    return wire;
  }

  @Override
  public boolean free() {
    return wire.isEmpty() && into.isEmpty();
  }

  @Override
  public double x() {
    return x;
  }

  @Override
  public double y() {
    return y;
  }

  @Override
  public List<FittingLayer> fitting() {
    Network network = model.network();
    Optional<Integer> after = wire.filter(Draft::forward).map(Draft::node);
    Function<LayerType, Layer> fresh = type -> model.document().fresh(type, after);
    if (into.isPresent()) {
      return FittingLayer.before(network, into.get().to(), fresh).stream().filter(fit -> Growth.fitsWithin(fit.layer())).toList();
    }
    if (wire.isEmpty()) {
      return FittingLayer.anywhere(network, fresh);
    }
    int node = wire.get().node();
    return wire.get().forward() ? FittingLayer.after(network, node, fresh) : FittingLayer.before(network, node, fresh);
  }

  @Override
  public Optional<Shape> given() {
    Optional<Integer> source = wire.filter(Draft::forward).map(Draft::node).or(() -> into.map(Wire::from));
    return source.flatMap(id -> model.document().analysis().shape(id));
  }

  @Override
  public List<Block> blocks() {
    boolean backward = wire.filter(draft -> !draft.forward()).isPresent();
    Optional<Shape> given = given();
    return backward ? List.of()
        : model.blocks().all().stream().filter(block -> given.isEmpty() || block.gives(given.get()).isPresent()).toList();
  }

  @Override
  public void take(Block block) {
    chosenBlock = Optional.of(block);
    model.hand().commit();
  }

  @Override
  public void take(FittingLayer fitting) {
    chosen = Optional.of(fitting);
    model.hand().commit();
  }

  /** Ignores the mouse. */
  @Override
  public void move(double newX, double newY) {}

  @Override
  public void commit() {
    cancel();
    chosenBlock.ifPresent(this::place);
    chosen.ifPresent(fitting -> {
      Growth growth = model.growth();
      into.ifPresentOrElse(w -> growth.within(fitting.type(), w), () -> growth.atLooseEnd(fitting, wire, x, y));
    });
  }

  /** Into a wire: right after its source; otherwise where the wire was dropped. */
  private void place(Block block) {
    double left = into.map(w -> model.places().outX(model.network().node(w.from())) + Anatomy.GAP + Anatomy.GRID).orElse(x);
    double middle = into.map(w -> model.places().portY(model.network().node(w.from()))).orElse(y);
    model.blockGrowth().add(block, into, wire.map(Draft::node), Anatomy.snapUp(left), Anatomy.snap(middle - Anatomy.PORT_Y));
  }

  @Override
  public void cancel() {
    model.hand().draft(Optional.empty());
    model.hand().choose(Optional.empty());
  }
}
