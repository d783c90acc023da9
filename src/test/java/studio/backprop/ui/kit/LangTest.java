package studio.backprop.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.beans.binding.StringBinding;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

class LangTest {
  private final Lang lang = new Lang(Texts.ENGLISH);

  @Test
  void aBoundSentenceFollowsTheLanguage() {
    StringBinding range = lang.bind("kit.range", 1, 1024);
    assertThat(range.get()).isEqualTo("1 to 1,024");
    lang.textsProperty().set(Texts.CHINESE);
    assertThat(range.get()).isEqualTo("1 到 1,024");
  }

  @Test
  void aBoundSentenceFollowsItsArguments() {
    SimpleIntegerProperty most = new SimpleIntegerProperty(8);
    StringBinding range = lang.bind("kit.range", 1, most);
    most.set(9);
    assertThat(range.get()).isEqualTo("1 to 9");
  }

  @Test
  void noMessageIsNoText() {
    SimpleObjectProperty<Message> problem = new SimpleObjectProperty<>();
    StringBinding sentence = lang.bind(problem);
    assertThat(sentence.get()).isEmpty();
    problem.set(Message.of("kit.notANumber", "x"));
    assertThat(sentence.get()).contains("x");
  }

  @Test
  void numbersFollowTheLanguage() {
    lang.textsProperty().set(Texts.CHINESE);
    assertThat(lang.numbers().whole(20600)).isEqualTo("20,600");
  }
}
