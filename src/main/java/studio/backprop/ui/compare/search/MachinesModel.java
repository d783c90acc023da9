package studio.backprop.ui.compare.search;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import studio.backprop.search.space.SearchProblem;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Pulse;

/** State of distributed training: local until the user lets others join. */
public final class MachinesModel implements AutoCloseable {
  private static final String USUAL_PORT = "7800";
  private static final String LOOPBACK = "127.0.0.1";
  /** Binds to all interfaces. */
  private static final String ALL = "0.0.0.0";
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int SECRET = 20;
  private static final String SECRET_FILE = "secret.txt";

  enum State {
    OFF,
    OPENING,
    ON
  }

  private final Machines machines;
  private final Pulse pulse;
  private final StringProperty address = new SimpleStringProperty(this, "address");
  private final StringProperty secret = new SimpleStringProperty(this, "secret", drawn());
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.OFF);
  private final ReadOnlyObjectWrapper<Optional<Message>> problem = new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
  private final ObservableList<String> members = FXCollections.observableArrayList();
  private Optional<Machines.Listening> listening = Optional.empty();
  private int opened;

  public MachinesModel(Machines machines, Pulse pulse) {
    this.machines = machines;
    this.pulse = pulse;
    address.set(machines.addresses().stream().findFirst().orElse(LOOPBACK) + ":" + USUAL_PORT);
  }

  /** Without characters that look alike. */
  private static String drawn() {
    SecureRandom random = new SecureRandom();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < SECRET; i++) {
      text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  StringProperty addressProperty() {
    return address;
  }

  StringProperty secretProperty() {
    return secret;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Why it is not listening. */
  ReadOnlyObjectProperty<Optional<Message>> problemProperty() {
    return problem.getReadOnlyProperty();
  }

  ObservableList<String> members() {
    return members;
  }

  List<String> addresses() {
    return machines.addresses().stream().map(one -> one + ":" + port()).toList();
  }

  private String port() {
    String typed = address.get().strip();
    String port = typed.substring(typed.lastIndexOf(':') + 1);
    return port.matches("\\d+") ? port : USUAL_PORT;
  }

  /** Command to be run on the other machines, with the secret in a file. */
  String command() {
    String typed = address.get().strip();
    String reached = typed.startsWith(ALL + ":") ? addresses().stream().findFirst().orElse(typed) : typed;
    return "backprop worker --cluster " + reached + " --secret " + SECRET_FILE;
  }

  static String secretFile() {
    return SECRET_FILE;
  }

  /** The connection; empty while training is local. */
  Optional<Machines.Listening> listening() {
    return listening;
  }

  void open() {
    if (state.get() != State.OFF) {
      return;
    }
    int mine = ++opened;
    String at = address.get();
    String words = secret.get();
    state.set(State.OPENING);
    problem.set(Optional.empty());
    aside(() -> {
      try {
        Machines.Listening now = machines.listen(at, words, names -> pulse.soon(() -> {
          if (mine == opened) {
            members.setAll(names);
          }
        }));
        pulse.soon(() -> begun(mine, now));
      } catch (SearchProblem e) {
        pulse.soon(() -> failed(mine, e.sentence()));
      } catch (RuntimeException e) { // else it would seem to be opening forever
        pulse.soon(() -> failed(mine, Message.of("machines.problem.listen", at)));
      }
    });
  }

  private void begun(int mine, Machines.Listening now) {
    if (mine == opened) {
      listening = Optional.of(now);
      state.set(State.ON);
    } else {
      aside(now::close);
    }
  }

  private void failed(int mine, Message why) {
    if (mine == opened) {
      problem.set(Optional.of(why));
      state.set(State.OFF);
    }
  }

  @Override
  public void close() {
    opened++;
    listening.ifPresent(now -> aside(now::close));
    listening = Optional.empty();
    members.clear();
    state.set(State.OFF);
  }

  private static void aside(Runnable work) {
    Thread thread = new Thread(work, "machines");
    thread.setDaemon(true);
    thread.start();
  }
}
