/* SPDX-License-Identifier: Apache-2.0 */
/* The trained name model, in the program itself: one file to ship, mapped read-only with the code. */
    .section .rodata
    .balign 16
    .global gisa_model_bytes
    .global gisa_model_bytes_end
    .hidden gisa_model_bytes
    .hidden gisa_model_bytes_end
gisa_model_bytes:
    .incbin GISA_MODEL_FILE
gisa_model_bytes_end:
    .byte 0
#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
