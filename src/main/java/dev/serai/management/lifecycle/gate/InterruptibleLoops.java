package dev.serai.management.lifecycle.gate;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts an {@link InterruptionPoint} before every backward jump of a class's set-up code. The call takes nothing from the stack and
 * leaves nothing on it, so that the frames of the method stay as they are.
 */
final class InterruptibleLoops extends ClassVisitor {

    private static final Set<String> SET_UP = Set.of("<clinit>", "<init>", "configure");
    private static final String POINT = InterruptionPoint.class.getName().replace('.', '/');

    private InterruptibleLoops(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    static byte[] in(byte[] bytecode) {
        ClassReader reader = new ClassReader(bytecode);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(new InterruptibleLoops(writer), 0);
        return writer.toByteArray();
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
            int access, String name, String type, @Nullable String signature, String @Nullable [] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, type, signature, exceptions);
        return SET_UP.contains(name) ? new Loops(next) : next;
    }

    private static final class Loops extends MethodVisitor {

        private final Set<Label> passed = new HashSet<>();

        Loops(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label target) {
            if (passed.contains(target)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, POINT, "pass", "()V", false);
            }
            super.visitJumpInsn(opcode, target);
        }
    }
}
