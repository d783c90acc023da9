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

/** What is seen, selected and under way on the canvas, and what can be done with it. */
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

  /** @param copied what is copied in any window */
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

  // --- what there is to see

  /** The dice of settings that a search may change, those of the inspector. */
  public SettingDice dice() {
    return dice;
  }

  /** @param shared which others show, too */
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

  /** Which nodes are opened into their units. */
  public Units units() {
    return units;
  }

  /** What is said of the number under the mouse, in a line of its own; empty while there is none. */
  public StringProperty readingProperty() {
    return reading;
  }

  /** How high and how far apart nodes are drawn. */
  public Proportions proportions() {
    return proportions;
  }

  public Notes notes() {
    return notes;
  }

  /** What the mouse is about, and what it shows while it is. */
  public Hand hand() {
    return canvas.hand();
  }

  /** The problem in hand and what can be done about it. */
  public Mending mending() {
    return mending;
  }

  /** Without another wish, the canvas shows what the first repair of the open card would do. */
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

  /** Whether the lens that shows activations colours the input by what the prediction rests on. */
  public BooleanProperty tintedProperty() {
    return tinted;
  }

  public Lens lens() {
    return canvas.lens();
  }

  /** Whether large networks have a map of their own in the corner. */
  public BooleanProperty mapProperty() {
    return map;
  }

  /** The one selected wire. Either nodes are selected or a wire. */
  public ReadOnlyObjectProperty<Optional<Wire>> selectedWireProperty() {
    return canvas.selection().wireProperty();
  }

  /** The node under the mouse or with the keys' focus. */
  public ReadOnlyObjectProperty<Optional<Integer>> lookedAtProperty() {
    return lookedAt.getReadOnlyProperty();
  }

  public void lookAt(Optional<Integer> node) {
    lookedAt.set(node);
  }

  /** What is said of the training. */
  public Advice advice() {
    return canvas.advice();
  }

  /** What is wrong at a node, the first to be mended first. */
  public List<Problem> problems(int node) {
    return canvas.problems(node);
  }

  /** The same with what is only probably not meant. */
  public List<Problem> findings(int node) {
    return canvas.findings(node);
  }

  /** Whether a wire leads to an input that cannot take what it brings. */
  public boolean wrong(Wire wire) {
    return canvas.wrong(wire);
  }

  /** Whether something on the canvas waits for an answer, which Escape gives up first. */
  public boolean isAsking() {
    return hand().conversationProperty().get().isPresent() || hand().refusalProperty().get().isPresent() || mending.offered().isPresent();
  }

  /** Closes one thing: what is being drawn, a sentence, the selection. @return whether there was any */
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

  /** Selects a node and brings it into sight. */
  public void show(int node) {
    select(node);
    moves.revealSelection();
  }

  /** Adds a node to the selection, or takes it out. */
  public void toggle(int node) {
    canvas.selection().toggle(node);
  }

  public void select(Wire wire) {
    canvas.selection().select(wire);
  }

  /** Clears the selection. @return whether something was */
  public boolean clearSelection() {
    return canvas.selection().clear();
  }

  public void selectAll() {
    canvas.selection().selectAll();
  }

  // --- edits

  /** Where layers find their places and their wires. */
  public Growth growth() {
    return growth;
  }

  BlockGrowth blockGrowth() {
    return blockGrowth;
  }

  /** The blocks that can be placed. */
  public OfferedBlocks blocks() {
    return blocks;
  }

  /** Adds a layer after the selected node, or at the end of the chain; see {@link Growth}. */
  public void addAfterSelection(LayerType type) {
    hand().refuse(Optional.empty());
    growth.add(type);
  }

  /** The same with several layers at once. */
  public void addAfterSelection(Block block) {
    hand().refuse(Optional.empty());
    blockGrowth.add(block);
  }

  /** Takes what is selected away: nodes and notes, or the selected wire. */
  public void removeSelection() {
    canvas.selection().wireProperty().get().ifPresent(edits::remove);
    edits.remove("edit.remove");
  }

  /** Puts the nodes in columns and rows, and shows them all. */
  public void tidy() {
    if (!network().nodes().isEmpty()) {
      edits.tidy();
      showAll();
    }
  }

  // --- the view

  /** Flies to where the whole network is in sight. */
  public void showAll() {
    moves.showAll();
  }

  /** Shows the whole network at once. */
  public void fit() {
    moves.fit();
  }

  /** The other places that the camera goes to. */
  public CameraMoves moves() {
    return moves;
  }
}
