package studio.backprop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessorTest {
  @Test
  void makerFamilyAndModelTellVirtualProcessorsApart() {
    List<String> lines = List.of("processor\t: 0", "vendor_id\t: GenuineIntel", "cpu family\t: 6", "model\t\t: 207",
        "model name\t: Intel(R) Xeon(R) Processor", "", "processor\t: 1", "model name\t: another");
    assertThat(Processor.name(lines)).isEqualTo("Intel(R) Xeon(R) Processor (GenuineIntel, cpu family 6, model 207)");
  }

  @Test
  void whereNothingIsToldTheArchitectureIsSaid() {
    assertThat(Processor.name(List.of())).isNotBlank();
    assertThat(Processor.name(List.of("processor : 0", "CPU implementer : 0x41", "CPU part : 0xd0c")))
        .endsWith("(CPU implementer 0x41, CPU part 0xd0c)");
  }

  @Test
  void thisOneHasAName() {
    assertThat(Processor.name()).isNotBlank();
  }
}
