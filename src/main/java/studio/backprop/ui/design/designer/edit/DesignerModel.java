package studio.backprop.ui.design.designer.edit;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.backprop.layer.LayerType;
import studio.backprop.network.Network;
import studio.backprop.network.Problem;
import studio.backprop.network.Wire;
import studio.backprop.network.block.Block;
import studio.backprop.network.repair.Repair;
import studio.backprop.ui.kit.form.SettingDice;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.document.Mender;

/** Model of the canvas: state, selection, current gesture, and edits. */
public final class DesignerModel implements Mender {
  private final CanvasState canvas;
  private final Groups groups;
  private final Units units;
  private final CanvasPlaces places;
  private final Proportions proportions;
  private final CameraMoves moves;
  private final Notes notes;
  private final Growth growth;
  private final BlockGrowth blockGrowth;
  private final OfferedBlocks blocks;
  private final Edits edits;
  private final Mending mending;
  private final Clipboard clipboard;
  private final StringProperty reading = new SimpleStringProperty(this, "reading", "");
  private final BooleanProperty map = new SimpleBooleanProperty(this, "map", true);
  private final BooleanProperty tinted = new SimpleBooleanProperty(this, "tinted");
  private final ReadOnlyObjectWrapper<Optional<Integer>> lookedAt = new ReadOnlyObjectWrapper<>(this, "lookedAt", Optional.empty());

  private SettingDice dice = new SettingDice();

  public DesignerModel(DocumentModel document) {
    this(document, new CopiedNodes());
  }

  /** @param copied the clipboard of all windows */
  public DesignerModel(DocumentModel document, CopiedNodes copied) {
    canvas = new CanvasState(document);
    groups = new Groups(canvas);
    units = new Units(canvas, groups);
    places = new CanvasPlaces(canvas, groups, units);
    proportions = new Proportions(canvas, groups, units, places);
    moves = new CameraMoves(canvas, places);
    notes = new Notes(canvas, places);
    growth = new Growth(canvas, groups, places, moves);
    blockGrowth = new BlockGrowth(canvas, groups, growth, moves);
    blocks = new OfferedBlocks(canvas);
    edits = new Edits(canvas, groups, places, growth);
    mending = new Mending(canvas, growth, moves);
    clipboard = new Clipboard(canvas, edits, moves, copied);
  }

  /** Settings that a hyperparameter search may vary, shared with the inspector. */
  public SettingDice dice() {
    return dice;
  }

  /** @param shared instance shared with other views */
  public void searchBy(SettingDice shared) {
    dice = shared;
  }

  public DocumentModel document() {
    return canvas.document();
  }

  public Network network() {
    return canvas.network();
  }

  public Camera camera() {
    return canvas.camera();
  }

  public CanvasPlaces places() {
    return places;
  }

  public Edits edits() {
    return edits;
  }

  public Clipboard clipboard() {
    return clipboard;
  }

  public Groups groups() {
    return groups;
  }

  /** Opened nodes. */
  public Units units() {
    return units;
  }

  /** Text of the number under the mouse; empty for none. */
  public StringProperty readingProperty() {
    return reading;
  }

  /** Heights and distances of nodes. */
  public Proportions proportions() {
    return proportions;
  }

  public Notes notes() {
    return notes;
  }

  /** Current gesture with its preview. */
  public Hand hand() {
    return canvas.hand();
  }

  /** Offered problem with its repairs. */
  public Mending mending() {
    return mending;
  }

  /** Previews a repair; empty: the first repair of the open card. */
  @Override
  public void preview(Optional<Repair> repair) {
    mending.preview(repair.or(() -> mending.repairs().stream().findFirst()));
  }

  @Override
  public void mend(Repair repair) {
    mending.mend(repair);
  }

  public ObjectProperty<Lens> lensProperty() {
    return canvas.lensProperty();
  }

  /** Whether the activations lens colours the input by attributions. */
  public BooleanProperty tintedProperty() {
    return tinted;
  }

  public Lens lens() {
    return canvas.lens();
  }

  /** Whether large networks have a minimap. */
  public BooleanProperty mapProperty() {
    return map;
  }

  /** The selected wire. Nodes and a wire are never selected together. */
  public ReadOnlyObjectProperty<Optional<Wire>> selectedWireProperty() {
    return canvas.selection().wireProperty();
  }

  /** Node under the mouse or with the keyboard focus. */
  public ReadOnlyObjectProperty<Optional<Integer>> lookedAtProperty() {
    return lookedAt.getReadOnlyProperty();
  }

  public void lookAt(Optional<Integer> node) {
    lookedAt.set(node);
  }

  /** Diagnosis of the training on the canvas. */
  public Advice advice() {
    return canvas.advice();
  }

  /** Errors of a node, in order of repair. */
  public List<Problem> problems(int node) {
    return canvas.problems(node);
  }

  /** Errors and hints of a node. */
  public List<Problem> findings(int node) {
    return canvas.findings(node);
  }

  /** Whether a wire leads to an input that rejects its shape. */
  public boolean wrong(Wire wire) {
    return canvas.wrong(wire);
  }

  /** Whether something on the canvas waits for a decision, which Escape cancels first. */
  public boolean isAsking() {
    return hand().conversationProperty().get().isPresent() || hand().refusalProperty().get().isPresent() || mending.offered().isPresent();
  }

  /**
   * Cancels the gesture, closes a message or clears the selection, whichever applies first.
   *
   * @return whether anything was done
   */
  public boolean escape() {
    if (hand().conversationProperty().get().isPresent()) {
      hand().cancel();
    } else if (hand().refusalProperty().get().isPresent()) {
      hand().refuse(Optional.empty());
    } else if (!mending.close()) {
      return clearSelection();
    }
    return true;
  }

  // --- selection

  public void select(int node) {
    canvas.selection().select(node);
  }

  public void show(int node) {
    select(node);
    moves.revealSelection();
  }

  /** Adds a node to the selection, or removes it. */
  public void toggle(int node) {
    canvas.selection().toggle(node);
  }

  public void select(Wire wire) {
    canvas.selection().select(wire);
  }

  /**
   * Clears the selection.
   *
   * @return whether there was one
   */
  public boolean clearSelection() {
    return canvas.selection().clear();
  }

  public void selectAll() {
    canvas.selection().selectAll();
  }

  // --- edits

  /** Placement and wiring of new layers. */
  public Growth growth() {
    return growth;
  }

  BlockGrowth blockGrowth() {
    return blockGrowth;
  }

  public OfferedBlocks blocks() {
    return blocks;
  }

  /** Adds a layer after the selected node, or at the end of the chain; see {@link Growth}. */
  public void addAfterSelection(LayerType type) {
    hand().refuse(Optional.empty());
    growth.add(type);
  }

  public void addAfterSelection(Block block) {
    hand().refuse(Optional.empty());
    blockGrowth.add(block);
  }

  public void removeSelection() {
    canvas.selection().wireProperty().get().ifPresent(edits::remove);
    edits.remove("edit.remove");
  }

  /** Lays out the nodes in columns and rows, and fits the network. */
  public void tidy() {
    if (!network().nodes().isEmpty()) {
      edits.tidy();
      showAll();
    }
  }

  // --- the view

  /** Animated fit of the whole network. */
  public void showAll() {
    moves.showAll();
  }

  /** Fits the whole network without animation. */
  public void fit() {
    moves.fit();
  }

  public CameraMoves moves() {
    return moves;
  }
}
