package studio.backprop.ui.design.designer.edit;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Problem;
import studio.backprop.network.Wire;
import studio.backprop.network.repair.Joins;
import studio.backprop.network.repair.Opponents;
import studio.backprop.network.repair.Repair;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;

/**
 * Offered problem, its repairs and their preview. Errors are offered as soon as their node is selected; hints, and problems of the network
 * as a whole, only on request.
 */
public final class Mending {
  private final CanvasState canvas;
  private final DocumentModel document;
  private final Growth growth;
  private final CameraMoves moves;
  private final ReadOnlyObjectWrapper<Optional<Problem>> asked = new ReadOnlyObjectWrapper<>(this, "asked", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Problem>> closed = new ReadOnlyObjectWrapper<>(this, "closed", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Question>> question = new ReadOnlyObjectWrapper<>(this, "question", Optional.empty());

  /** Whether parts of a GAN were missing. */
  private boolean incomplete;

  /**
   * Decision about a wire to an occupied input.
   *
   * @param problem the conflict, at the target node
   */
  record Question(Wire wire, Problem problem, List<Repair> choices) {}

  Mending(CanvasState canvas, Growth growth, CameraMoves moves) {
    this.canvas = canvas;
    this.document = canvas.document();
    this.growth = growth;
    this.moves = moves;
    document.selectionProperty().subscribe(selection -> forget());
    canvas.selection().wireProperty().subscribe(wire -> forget());
    document.projectProperty().subscribe(project -> {
      question.set(Optional.empty());
      canvas.preview(Optional.empty());
    });
    document.projectProperty().subscribe(project -> askWhereIncomplete());
    document.openingsProperty().subscribe((before, now) -> {
      incomplete = false;
      askWhereIncomplete();
    });
    canvas.hand().conversationProperty().subscribe(begun -> begun.ifPresent(any -> question.set(Optional.empty())));
  }

  /** That a GAN is incomplete belongs to no selectable node: it is offered once, when it happens or when such a file is opened. */
  private void askWhereIncomplete() {
    Optional<Problem> missing = document.network().nodes().isEmpty() ? Optional.empty()
        : document.problemsProperty().get().stream().filter(problem -> problem.sentence().key().equals(Opponents.MISSING)).findFirst();
    if (missing.isPresent() && !incomplete) {
      closed.set(Optional.empty());
      asked.set(missing);
    }
    incomplete = missing.isPresent();
  }

  private void forget() {
    question.set(Optional.empty());
    asked.set(Optional.empty());
    closed.set(Optional.empty());
  }

  /** Asks what a wire to an occupied input should do. */
  void ask(Wire wire) {
    Network network = canvas.network();
    String before = network.sources(wire.to()).get(0).name();
    Message open = Message.of("join.open", network.node(wire.to()).name(), before, network.node(wire.from()).name());
    List<Repair> choices = Joins.of(network, wire, n -> Groups.wired(n, wire.from(), wire.to()));
    canvas.selection().select(wire.to()); // else the first key would select the focused node and close the card
    closed.set(Optional.empty());
    question.set(Optional.of(new Question(wire, new Problem(wire.to(), Problem.Place.INPUT, Problem.Severity.HINT, open), choices)));
  }

  /** Pending decision. */
  public ReadOnlyObjectProperty<Optional<Question>> questionProperty() {
    return question.getReadOnlyProperty();
  }

  /** Problem that was requested explicitly. */
  public ReadOnlyObjectProperty<Optional<Problem>> askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /** Problem whose card was closed. */
  public ReadOnlyObjectProperty<Optional<Problem>> closedProperty() {
    return closed.getReadOnlyProperty();
  }

  /** Laid out network after the repair under the mouse. */
  public ReadOnlyObjectProperty<Optional<Network>> previewProperty() {
    return canvas.previewProperty();
  }

  /** Problem whose repairs are offered: the requested one, or that of the selected node or of the selected wire's target. */
  public Optional<Problem> offered() {
    return question.get().map(Question::problem).or(this::unasked);
  }

  /** A node just added, still without a wire, has no problem worth a card. */
  private Optional<Problem> unasked() {
    Optional<Problem> still = asked.get().flatMap(problem -> document.findings().stream().filter(problem::sameAs).findFirst());
    Optional<Integer> placed = canvas.selection().placed();
    Optional<Integer> selected =
        document.selectedNode().filter(id -> !placed.equals(Optional.of(id)) || !canvas.network().sources(id).isEmpty());
    Optional<Integer> node = canvas.selection().wireProperty().get().filter(canvas::wrong).map(Wire::to).or(() -> selected);
    return still.or(() -> node.flatMap(this::problemOf)).filter(problem -> !isClosed(problem));
  }

  /** With its loss a network is complete: an output that does not match the data is then offered at once. */
  private Optional<Problem> problemOf(int node) {
    Optional<Problem> own = canvas.problems(node).stream().findFirst();
    return canvas.network().node(node).layer().isOutput()
        ? own.or(() -> canvas.network().sources(node).stream().flatMap(source -> canvas.problems(source.id()).stream())
            .filter(problem -> problem.place() == Problem.Place.OUTPUT).findFirst())
        : own;
  }

  public boolean isClosed(Problem problem) {
    return closed.get().filter(problem::sameAs).isPresent();
  }

  /** Repairs, the best first; empty during the search. */
  public List<Repair> repairs() {
    return found().orElse(List.of());
  }

  /** Whether the search for repairs is running. */
  public boolean looking() {
    return found().isEmpty();
  }

  private Optional<List<Repair>> found() {
    return question.get().map(Question::choices).or(() -> offered().map(document::repairs).orElse(Optional.of(List.of())));
  }

  /** First repair of a kind, for a key. */
  public Optional<Repair> first(Repair.Kind kind) {
    return repairs().stream().filter(repair -> repair.kind() == kind).findFirst();
  }

  public void preview(Optional<Repair> repair) {
    canvas.preview(repair.map(this::after));
  }

  /** Carries out a repair in one edit. */
  void mend(Repair repair) {
    Message name = question.get().map(Question::wire).map(this::drawn).orElse(Message.of("edit.mend", repair.title()));
    Network after = after(repair);
    Network before = canvas.network();
    preview(Optional.empty());
    document.edit(name, network -> after);
    asked.set(Optional.empty());
    List<Integer> added = after.nodes().stream().map(Node::id).filter(id -> before.find(id).isEmpty()).toList();
    if (!moves.showAllIfHidden(added)) {
      document.selectedNode().ifPresent(moves::reveal);
    }
  }

  private Message drawn(Wire wire) {
    return Message.of("edit.wire", canvas.network().node(wire.from()).title(), canvas.network().node(wire.to()).title());
  }

  private Network after(Repair repair) {
    return growth.settled(repair.change().apply(canvas.network()));
  }

  /** Selects the node of a problem and offers its repairs. */
  public void ask(Problem problem) {
    if (problem.node() > 0) {
      canvas.selection().select(problem.node());
      moves.reveal(problem.node());
    } else {
      canvas.selection().clear();
    }
    closed.set(Optional.empty());
    asked.set(Optional.of(problem));
  }

  /** Offers the next or previous problem, cyclically. */
  public void askNext(int step) {
    List<Problem> all = document.findings();
    if (!all.isEmpty()) {
      int at = offered().map(all::indexOf).orElse(step > 0 ? -1 : 0);
      ask(all.get(Math.floorMod(at + step, all.size())));
    }
  }

  /**
   * Closes the card.
   *
   * @return whether there was one
   */
  boolean close() {
    if (question.get().isPresent()) {
      question.set(Optional.empty());
      canvas.preview(Optional.empty());
      return true;
    }
    Optional<Problem> open = offered();
    closed.set(open.or(closed::get));
    asked.set(Optional.empty());
    canvas.preview(Optional.empty());
    return open.isPresent();
  }

  /** Node of a problem's card; for the network as a whole, the end of the chain. */
  public Optional<Node> place(Problem problem) {
    List<Node> nodes = canvas.network().nodes();
    Optional<Node> end = nodes.stream().reduce((left, right) -> right.x() >= left.x() ? right : left);
    return canvas.network().find(problem.node()).or(() -> end);
  }

  /** Digit keys choose among offered repairs; they do nothing during the search. */
  public void mendOr(int place, Runnable otherwise) {
    List<Repair> offered = repairs();
    if (place < offered.size()) {
      mend(offered.get(place));
    } else if (!looking()) {
      otherwise.run();
    }
  }

  /** Delete removes the wire where that is offered; does nothing during the search. */
  public void unwireOr(Runnable otherwise) {
    first(Repair.Kind.UNWIRE).ifPresentOrElse(this::mend, () -> {
      if (!looking()) {
        otherwise.run();
      }
    });
  }
}
