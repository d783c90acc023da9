package studio.backprop.ui.window.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.backprop.network.Network;
import studio.backprop.plan.Parameter;
import studio.backprop.project.Adversarial;
import studio.backprop.project.Project;
import studio.backprop.run.Run;
import studio.backprop.setting.Setting;
import studio.backprop.text.Message;
import studio.backprop.ui.workspace.document.DocumentModel;
import studio.backprop.ui.workspace.run.RunModel;

/**
 * Message on the side effects of the last edit, while undo would revert that edit: removed nodes, reinitialized layers of a trained
 * network, or a reset run.
 */
public final class NewsModel implements AutoCloseable {
  private final DocumentModel document;
  private final ReadOnlyObjectWrapper<Optional<Message>> news = new ReadOnlyObjectWrapper<>(this, "news", Optional.empty());
  private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper(this, "undoable");
  private final Subscription subscriptions;

  public NewsModel(DocumentModel document, RunModel run) {
    this.document = document;
    this.subscriptions = Subscription.combine(
        document.undoNameProperty().subscribe(name -> undoable.set(edited())),
        document.redoNameProperty().subscribe(name -> undoable.set(edited())),
        document.projectProperty().subscribe((before, now) -> {
          dismiss(); // the same message about another edit is shown again
          news.set(removed(before, now).or(() -> objective(before, now, run)));
        }),
        document.marksProperty().subscribe((before, now) -> news.set(reset())),
        run.runProperty().subscribe((before, now) -> {
          if (now != null && now.project().equals(document.project()) && !now.renewed().isEmpty()) {
            Message renewed = renewed(now);
            news.set(news.get().map(removed -> Message.of("news.both", removed, renewed)).or(() -> Optional.of(renewed)));
          }
        }));
  }

  /** Empty if there is none. */
  public ReadOnlyObjectProperty<Optional<Message>> newsProperty() {
    return news.getReadOnlyProperty();
  }

  /** Whether undo reverts the edit of the message; after an undo the message is about what was restored. */
  public ReadOnlyBooleanProperty undoableProperty() {
    return undoable.getReadOnlyProperty();
  }

  private boolean edited() {
    return document.undoNameProperty().get().isPresent() && document.redoNameProperty().get().isEmpty();
  }

  /** Reverts the edit and dismisses the message. */
  public void undo() {
    document.undo();
  }

  public void dismiss() {
    news.set(Optional.empty());
  }

  /** Manually set weights also leave a mark, but need no message. */
  private Optional<Message> reset() {
    boolean reset = document.undoNameProperty().get().filter(Message.of("edit.reset")::equals).isPresent();
    return reset && document.redoNameProperty().get().isEmpty() ? Optional.of(Message.of("news.reset")) : Optional.empty();
  }

  /** An undone edit can be redone; opening another project cannot be undone. */
  private Optional<Message> removed(Project before, Project now) {
    Network left = now.network();
    long gone = before.network().nodes().stream().filter(node -> left.find(node.id()).isEmpty()).count();
    return edited() && gone > 0 ? Optional.of(Message.of("news.removed", gone)) : Optional.empty();
  }

  /** A change of the generator's objective, which keeps its weights. */
  private Optional<Message> objective(Project before, Project now, RunModel run) {
    if (!(before.assignment() instanceof Adversarial old && now.assignment() instanceof Adversarial own) || !edited()
        || old.settings().objective() == own.settings().objective() || run.shownWeights().step() == 0) {
      return Optional.empty();
    }
    return Optional.of(Message.of("news.objective", Setting.choiceTitle(own.settings().objective())));
  }

  private static Message renewed(Run run) {
    List<Integer> renewed = run.renewed();
    long learning = run.learned().stream().map(Parameter::node).distinct().count();
    long kept = learning - renewed.size();
    if (renewed.size() > 1) {
      return kept > 0 ? Message.of("news.renewed", renewed.size(), kept) : Message.of("news.renewed.all");
    }
    String only = run.project().network().node(renewed.get(0)).name();
    return kept > 0 ? Message.of("news.renewed.one", only, kept) : Message.of("news.renewed.only", only);
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
  }
}
